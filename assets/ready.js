// A finished piece of a page: one element whose inside comes as HTML (cockpit/components/ready.py).
window.cockpit = {
  Ready: ({ tag, attributes, inside }) => React.createElement(tag, { ...attributes, dangerouslySetInnerHTML: { __html: inside } }),
};
