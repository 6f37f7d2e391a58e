// A real sign-in for the tests: `node provider.mjs PORT CLIENT SECRET BACK`; who signs in as anna.datakonsulent is one.
import Provider from "oidc-provider";

const [port, client_id, client_secret, back] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [{ client_id, client_secret, redirect_uris: [back], post_logout_redirect_uris: [new URL("/", back).href] }],
  cookies: { keys: ["for the tests alone"] },
  pkce: { required: () => true },
  // As Entra ID, AD FS and Keycloak do: the claims stand in the token itself.
  conformIdTokenClaims: false,
  claims: { openid: ["sub"], profile: ["roles", "teams"] },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, roles: [id.split(".")[1], "offline_access"], teams: ["Voksen Nord"] }),
  }),
});
provider.listen(Number(port), "127.0.0.1", () => console.log(issuer));
