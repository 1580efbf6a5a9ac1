declare module "datapackage" {
  export function validate(descriptor: object): Promise<{valid: boolean; errors: Error[]}>;
}
