import { input, password, search, select } from '@inquirer/prompts';

/** The four prompts in use, by name, so that the bundle leaves out the others (583 KB of editor and its tables). */
export const inquirer = { input, password, search, select };
