import yoctoSpinner from 'yocto-spinner';

/** Under a name: a default export that is loaded later lies one step deeper in the CommonJS bundle than in development. */
export const createSpinner = yoctoSpinner;
