import './parts/htmx.js';
import './parts/drafts.js';
import './parts/menu.js';
import './parts/theme.js';
import './parts/connection.js';
import './parts/wall.js';
import './parts/lists.js';
