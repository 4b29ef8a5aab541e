// The script of every page. It runs before the theme's.

import "./page/checklist.js";
import "./page/figures.js";
import "./page/folds.js";
import "./page/nearby.js";
import "./page/paper.js";
import "./page/search.js";
import "./page/theme.js";
