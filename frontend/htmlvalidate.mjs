// What counts as valid HTML for the built site. An exception is made only for what the theme writes and we cannot change.
export default {
  root: true,
  extends: ["html-validate:standard"],
  rules: {
    // Material's drawer and search are check boxes with autocomplete="off", which keeps Firefox from restoring their state.
    "valid-autocomplete": "off",
  },
};
