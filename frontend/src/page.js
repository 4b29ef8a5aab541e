// What every page runs, before the theme's own script.

import "./page/figures.js";
import "./page/folds.js";
import "./page/nearby.js";
import "./page/search.js";
import "./page/theme.js";
