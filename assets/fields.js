// Mantine's fields weigh a quarter of the page, and no figure waits for them: they come when the page is at rest.
(function () {
  const { createElement, lazy, Suspense } = React;
  const src = document.querySelector("meta[name=fields]").content;
  const atRest = (then) => (window.requestIdleCallback ? requestIdleCallback(then, { timeout: 2000 }) : setTimeout(then, 300));

  let fetched;
  const library = () => (fetched ||= new Promise((onload, onerror) => {
    atRest(() => document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror })));
  }).then(() => {
    const own = window.dash_mantine_components;
    // Dash goes on finding the stand-ins: another component in its place would lose what the reader has typed.
    window.dash_mantine_components = standIns;
    return own;
  }));

  function standIn(name) {
    const real = lazy(() => library().then((own) => ({ default: own[name] })));
    return (props) => createElement(Suspense, { fallback: null }, createElement(real, props));
  }
  const names = ["MantineProvider", "DatesProvider", "Select", "DateInput", "TextInput", "Checkbox"];
  const standIns = Object.fromEntries(names.map((name) => [name, standIn(name)]));
  window.dash_mantine_components = standIns;
})();
