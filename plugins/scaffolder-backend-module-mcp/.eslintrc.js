module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // Each template is a project of its own, with its own rules.
  ignorePatterns: ['templates/**'],
});
