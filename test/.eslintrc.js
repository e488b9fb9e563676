const base = require('@backstage/cli/config/eslint-factory')(__dirname);

module.exports = {
  ...base,
  rules: {
    ...base.rules,
    // The benchmark writes to the stores: ten thousand servers can't be asked first.
    '@backstage/no-forbidden-package-imports': 'off',
  },
};
