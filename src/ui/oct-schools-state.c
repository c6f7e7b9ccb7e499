/* What the page of schools keeps for the next start: its columns, how wide someone drew them, and
 * whether the filters are shown.
 *
 * They are the person's own and stand among the user's settings. A location doesn't hold them, since
 * a saved view or a step back isn't to change how wide a column is.
 */

#include "oct-schools-state.h"

#define COLUMNS_KEY "columns"
#define FILTERS_KEY "filters"

/**
 * oct_schools_state_load_columns:
 * @session: where the state is kept
 *
 * Returns: (transfer full): the columns chosen last, else the usual ones; ended by %OCT_N_COLUMNS
 */
OctColumn *
oct_schools_state_load_columns (OctSession *session)
{
  g_autofree char *text = oct_session_get_setting (session, COLUMNS_KEY);

  return oct_school_columns_parse (text);
}

/**
 * oct_schools_state_save_columns:
 * @session: where the state is kept
 * @columns: columns ended by %OCT_N_COLUMNS
 *
 * Keeps which columns are shown where a location names none.
 */
void
oct_schools_state_save_columns (OctSession *session, const OctColumn *columns)
{
  g_autofree char *text = oct_school_columns_to_text (columns);

  oct_session_set_setting (session, COLUMNS_KEY, text != NULL ? text : "");
}

/**
 * oct_schools_state_load_filters:
 * @session: where the state is kept
 *
 * Returns: whether the filters are to be shown where there is room for them
 */
gboolean
oct_schools_state_load_filters (OctSession *session)
{
  g_autofree char *text = oct_session_get_setting (session, FILTERS_KEY);

  return g_strcmp0 (text, "hidden") != 0;
}

/**
 * oct_schools_state_save_filters:
 * @session: where the state is kept
 * @shown: whether someone wants them shown
 *
 * Keeps whether the filters are shown.
 */
void
oct_schools_state_save_filters (OctSession *session, gboolean shown)
{
  oct_session_set_setting (session, FILTERS_KEY, shown ? "shown" : "hidden");
}
