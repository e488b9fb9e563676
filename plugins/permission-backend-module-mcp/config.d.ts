export interface Config {
  mcpRegistry?: {
    access?: {
      /**
       * Entity refs of the groups and users who may see and do everything.
       * Default: group:default/platform-engineering. An empty list: nobody.
       */
      platformAdmins?: string[];
    };
  };
}
