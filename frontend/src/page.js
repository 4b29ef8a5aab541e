// What every page runs, before the theme's own script.

import "./page/folds.js";
import "./page/search.js";
