// The program from its sources: `npm run dev -- models list`.
import { main } from '../src/main.ts';

process.exit(await main(process.argv.slice(2)));
