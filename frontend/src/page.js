// The script of every page: what the theme's own would do here, and what the course adds.

import "./page/checklist.js";
import "./page/contents.js";
import "./page/copying.js";
import "./page/figures.js";
import "./page/folds.js";
import "./page/header.js";
import "./page/nearby.js";
import "./page/panels.js";
import "./page/paper.js";
import "./page/recall.js";
import "./page/resume.js";
import "./page/search.js";
import "./page/wide.js";
