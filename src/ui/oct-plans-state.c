/* What the page of all plans shows, as its location says it: "plans?view=list&rating=red&q=phonics".
 */

#include "oct-plans-state.h"

#include "oct-fold.h"
#include "oct-location.h"

/**
 * oct_plans_state_new:
 *
 * Returns: (transfer full): the usual state: all objectives of the plans that are worked on
 */
OctPlansState *
oct_plans_state_new (void)
{
  OctPlansState *state = g_new0 (OctPlansState, 1);

  state->text = g_strdup ("");
  state->filter = oct_plan_filter_new ();
  state->sort = OCT_N_PLANS_COLUMNS;

  return state;
}

/**
 * oct_plans_state_free:
 * @state: (transfer full) (nullable): a state
 */
void
oct_plans_state_free (OctPlansState *state)
{
  if (state == NULL)
    return;
  g_free (state->text);
  oct_plan_filter_free (state->filter);
  g_free (state);
}

/**
 * oct_plans_state_set_text:
 * @state: a state
 * @text: what is searched for
 */
void
oct_plans_state_set_text (OctPlansState *state, const char *text)
{
  g_autofree char *words = oct_fold (text);

  oct_replace (&state->text, text);
  g_clear_pointer (&state->filter->words, g_free);
  if (*words != '\0')
    state->filter->words = g_steal_pointer (&words);
}

/* --- reading --- */

static const char *const views[OCT_N_PLANS_VIEWS] = { "exceptions", "list", "ratings", "statuses" };

static void
read_view (OctPlansState *state, const char *key)
{
  for (guint i = 0; i < OCT_N_PLANS_VIEWS; i++)
    if (g_strcmp0 (views[i], key) == 0)
      state->view = i;
}

static void
read_status (OctPlansState *state, const char *key)
{
  int status = oct_choice_from_key (oct_plan_statuses, key != NULL ? key : "");

  if (g_strcmp0 (key, "any") == 0)
    state->filter->status = OCT_PLAN_FILTER_ANY;
  else if (status >= 0)
    state->filter->status = status;
}

static void
read_exceptions (OctPlansState *state, const char *text)
{
  g_auto (GStrv) keys = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    for (guint bit = 0; bit < OCT_N_EXCEPTIONS; bit++)
      if (g_str_equal (keys[i], oct_exception_to_key (1u << bit)))
        state->filter->exceptions |= 1u << bit;
}

static void
read_sort (OctPlansState *state, const char *key)
{
  if (key == NULL)
    return;
  state->descending = *key == '-';
  for (guint i = 0; i < OCT_N_PLANS_COLUMNS; i++)
    if (g_str_equal (key + (state->descending ? 1 : 0), oct_plans_column_key (i)))
      state->sort = i;
}

/**
 * oct_plans_state_from_location:
 * @location: a location of the page
 *
 * Reads a state; what can't be understood is as usual.
 *
 * Returns: (transfer full): the state
 */
OctPlansState *
oct_plans_state_from_location (const char *location)
{
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  OctPlansState *state = oct_plans_state_new ();
  OctPlanFilter *filter = state->filter;
  const char *text = g_hash_table_lookup (values, "q");
  const char *rating = g_hash_table_lookup (values, "rating");

  read_view (state, g_hash_table_lookup (values, "view"));
  if (text != NULL)
    oct_plans_state_set_text (state, text);
  read_status (state, g_hash_table_lookup (values, "status"));
  oct_replace (&filter->school_id, g_hash_table_lookup (values, "school"));
  oct_replace (&filter->element, g_hash_table_lookup (values, "element"));
  oct_replace (&filter->area, g_hash_table_lookup (values, "area"));
  oct_replace (&filter->owner_id, g_hash_table_lookup (values, "owner"));
  if (rating != NULL)
    filter->rating = g_str_equal (rating, "none") ? (int) OCT_RATING_NONE
                                                  : oct_choice_from_key (oct_ratings, rating);
  read_exceptions (state, g_hash_table_lookup (values, "exception"));
  read_sort (state, g_hash_table_lookup (values, "sort"));

  return state;
}

/* --- writing --- */

static void
append (GString *location, const char *key, const char *value)
{
  if (value != NULL && *value != '\0')
    oct_location_append (location, key, value);
}

static void
append_exceptions (GString *location, guint exceptions)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint bit = 0; bit < OCT_N_EXCEPTIONS; bit++)
    if ((exceptions & 1u << bit) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "",
                              oct_exception_to_key (1u << bit));
  append (location, "exception", text->str);
}

/**
 * oct_plans_state_to_location:
 * @state: a state
 *
 * Returns: (transfer full): the location that brings it back
 */
char *
oct_plans_state_to_location (const OctPlansState *state)
{
  const OctPlanFilter *filter = state->filter;
  GString *location = g_string_new ("plans");

  if (state->view != OCT_PLANS_EXCEPTIONS)
    append (location, "view", views[state->view]);
  append (location, "q", state->text);
  if (filter->status == OCT_PLAN_FILTER_ANY)
    append (location, "status", "any");
  else if (filter->status >= 0)
    append (location, "status", oct_choice_to_key (oct_plan_statuses, filter->status));
  append (location, "school", filter->school_id);
  append (location, "element", filter->element);
  append (location, "area", filter->area);
  append (location, "owner", filter->owner_id);
  if (filter->rating >= 0)
    append (location, "rating",
            filter->rating == (int) OCT_RATING_NONE
              ? "none"
              : oct_choice_to_key (oct_ratings, filter->rating));
  append_exceptions (location, filter->exceptions);
  if (state->sort < OCT_N_PLANS_COLUMNS)
    {
      g_autofree char *sort = g_strconcat (state->descending ? "-" : "",
                                           oct_plans_column_key (state->sort), NULL);

      append (location, "sort", sort);
    }

  return g_string_free (location, FALSE);
}

/* --- choosing --- */

static int
compare_items (gconstpointer first, gconstpointer second, gpointer data)
{
  const OctPlansState *state = data;

  return oct_plans_column_compare (state->sort,
                                   oct_plan_item_get_row (*(OctPlanItem *const *) first),
                                   oct_plan_item_get_row (*(OctPlanItem *const *) second),
                                   state->descending);
}

/**
 * oct_plans_state_pick:
 * @state: a state
 * @items: (element-type OctPlanItem): the rows of an overview
 *
 * Not sorted where nobody asked for an order: then they stand as in the overview.
 *
 * Returns: (transfer container) (element-type OctPlanItem): those that are shown
 */
GPtrArray *
oct_plans_state_pick (const OctPlansState *state, GPtrArray *items)
{
  GPtrArray *picked = g_ptr_array_sized_new (items->len);

  for (guint i = 0; i < items->len; i++)
    {
      OctPlanItem *item = g_ptr_array_index (items, i);

      if (oct_plan_filter_matches (state->filter, oct_plan_item_get_row (item)))
        g_ptr_array_add (picked, item);
    }
  if (state->sort < OCT_N_PLANS_COLUMNS)
    g_ptr_array_sort_with_data (picked, compare_items, (gpointer) state);

  return picked;
}

/**
 * oct_plans_state_count:
 * @state: a state
 * @items: (element-type OctPlanItem): the rows of an overview
 *
 * Returns: how many are shown
 */
guint
oct_plans_state_count (const OctPlansState *state, GPtrArray *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    if (oct_plan_filter_matches (state->filter,
                                 oct_plan_item_get_row (g_ptr_array_index (items, i))))
      n++;

  return n;
}
