export { registerIndicatorCommands } from './indicator.commands.js';
export { registerTemplateCommands } from './template.commands.js';
