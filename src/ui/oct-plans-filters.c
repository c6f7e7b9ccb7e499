/* The filters of all plans.
 *
 * Seven conditions fit on no narrow window, so they stand in a popover, and those that are in force
 * stand beside the button as chips, each of which takes its condition away. What can be chosen is what
 * the plans have: schools with a plan, owners of an objective, areas in use.
 */

#include "oct-plans-filters.h"

#include <glib/gi18n.h>

#include "oct-rating-marks.h"
#include "oct-wrap-box.h"

typedef enum
{
  CONDITION_STATUS,
  CONDITION_SCHOOL,
  CONDITION_OWNER,
  CONDITION_RATING,
  CONDITION_EXCEPTION,
  CONDITION_ELEMENT,
  CONDITION_AREA,
  N_CONDITIONS
} Condition;

static const char *const titles[N_CONDITIONS] = {
  [CONDITION_STATUS] = N_("Plan’s status"),
  [CONDITION_SCHOOL] = N_("School"),
  [CONDITION_OWNER] = N_("Owner"),
  [CONDITION_RATING] = N_("Rating"),
  [CONDITION_EXCEPTION] = N_("Exception"),
  [CONDITION_ELEMENT] = N_("Element"),
  [CONDITION_AREA] = N_("Area"),
};

struct _OctPlansFilters
{
  AdwBin parent_instance;

  /* children */
  OctWrapBox *box;
  GtkWidget *button;
  GtkWidget *count;
  AdwComboRow *rows[N_CONDITIONS]; /* NULL until the popover is first opened */

  /* owned */
  GPtrArray *keys[N_CONDITIONS]; /* of the choices; the first stands for any */
  GtkStringList *names[N_CONDITIONS];
  OctPlanOverview *overview;

  /* borrowed */
  OctPlanFilter *filter;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctPlansFilters, oct_plans_filters, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- conditions as keys --- */

/* (transfer full) (nullable): what the filter has chosen, %NULL for the usual. */
static char *
dup_key (const OctPlanFilter *filter, Condition condition)
{
  switch (condition)
    {
    case CONDITION_STATUS:
      if (filter->status == OCT_PLAN_FILTER_ANY)
        return g_strdup ("any");
      return filter->status >= 0 ? g_strdup (oct_choice_to_key (oct_plan_statuses, filter->status))
                                 : NULL;
    case CONDITION_SCHOOL:
      return g_strdup (filter->school_id);
    case CONDITION_OWNER:
      return g_strdup (filter->owner_id);
    case CONDITION_RATING:
      return filter->rating >= 0 ? g_strdup_printf ("%d", filter->rating) : NULL;
    case CONDITION_EXCEPTION:
      return filter->exceptions != 0 ? g_strdup_printf ("%u", filter->exceptions) : NULL;
    case CONDITION_ELEMENT:
      return g_strdup (filter->element);
    case CONDITION_AREA:
      return g_strdup (filter->area);
    case N_CONDITIONS:
    default:
      return NULL;
    }
}

static void
set_status (OctPlanFilter *filter, const char *key)
{
  if (key == NULL)
    filter->status = OCT_PLAN_FILTER_CURRENT;
  else if (g_str_equal (key, "any"))
    filter->status = OCT_PLAN_FILTER_ANY;
  else
    filter->status = oct_choice_from_key (oct_plan_statuses, key);
}

static void
set_key (OctPlanFilter *filter, Condition condition, const char *key)
{
  switch (condition)
    {
    case CONDITION_STATUS:
      set_status (filter, key);
      break;
    case CONDITION_SCHOOL:
      oct_replace (&filter->school_id, key);
      break;
    case CONDITION_OWNER:
      oct_replace (&filter->owner_id, key);
      break;
    case CONDITION_RATING:
      filter->rating = key != NULL ? (int) g_ascii_strtoll (key, NULL, 10) : -1;
      break;
    case CONDITION_EXCEPTION:
      filter->exceptions = key != NULL ? (guint) g_ascii_strtoull (key, NULL, 10) : 0;
      break;
    case CONDITION_ELEMENT:
      oct_replace (&filter->element, key);
      break;
    case CONDITION_AREA:
      oct_replace (&filter->area, key);
      break;
    case N_CONDITIONS:
    default:
      break;
    }
}

/* --- chips --- */

static void
chip_cb (OctPlansFilters *self, GtkWidget *chip)
{
  set_key (self->filter,
           (Condition) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "condition")), NULL);
  oct_plans_filters_set_filter (self, self->filter);
  gtk_widget_grab_focus (self->button);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_chip (OctPlansFilters *self, Condition condition, const char *value)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: a filter and what it is set to, such as "School: Oak Primary". */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), _(titles[condition]), value);
  /* Translators: %s is a filter, such as "School: Oak Primary". */
  g_autofree char *name = g_strdup_printf (_("Remove filter %s"), text);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_add_css_class (chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "condition", GINT_TO_POINTER (condition));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_cb), self, G_CONNECT_SWAPPED);

  return chip;
}

/* The choice that the filter has; 0 for the usual. */
static guint
find_selected (OctPlansFilters *self, Condition condition)
{
  g_autofree char *key = dup_key (self->filter, condition);

  for (guint k = 1; key != NULL && k < self->keys[condition]->len; k++)
    if (g_strcmp0 (g_ptr_array_index (self->keys[condition], k), key) == 0)
      return k;

  return 0;
}

static void
update_chips (OctPlansFilters *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != self->button && child != self->count)
        gtk_widget_unparent (child);
      child = next;
    }
  for (guint i = 0; i < N_CONDITIONS; i++)
    {
      guint selected = find_selected (self, i);

      if (selected > 0)
        oct_wrap_box_append (
          self->box, make_chip (self, i, gtk_string_list_get_string (self->names[i], selected)));
    }
}

/* --- choices --- */

static void
add_choice (OctPlansFilters *self, Condition condition, const char *key, const char *name)
{
  g_ptr_array_add (self->keys[condition], g_strdup (key));
  gtk_string_list_append (self->names[condition], name);
}

typedef struct
{
  const char *key;
  const char *name;
} Choice;

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const Choice *) a)->name, ((const Choice *) b)->name);
}

/* Once each, by name. */
static void
add_seen (OctPlansFilters *self, Condition condition, GHashTable *seen)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  GHashTableIter iter;
  Choice choice;

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, (gpointer *) &choice.key, (gpointer *) &choice.name))
    g_array_append_val (choices, choice);
  g_array_sort (choices, compare_choices);
  for (guint i = 0; i < choices->len; i++)
    add_choice (self, condition, g_array_index (choices, Choice, i).key,
                g_array_index (choices, Choice, i).name);
}

static void
note_row (const OctPlanRow *row, GHashTable **seen)
{
  if (row->plan->school_id != NULL)
    g_hash_table_insert (seen[CONDITION_SCHOOL], row->plan->school_id, (gpointer) row->where);
  if (row->objective == NULL)
    return;
  if (row->owner != NULL)
    g_hash_table_insert (seen[CONDITION_OWNER], row->objective->owner_id, (gpointer) row->owner);
  if (*row->objective->area != '\0')
    g_hash_table_insert (seen[CONDITION_AREA], row->objective->area,
                         (gpointer) oct_area_to_text (row->objective->area));
}

static void
add_found (OctPlansFilters *self)
{
  static const Condition found[] = { CONDITION_SCHOOL, CONDITION_OWNER, CONDITION_AREA };
  GPtrArray *rows = oct_plan_overview_get_rows (self->overview);
  GHashTable *seen[N_CONDITIONS] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    seen[found[i]] = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < rows->len; i++)
    note_row (g_ptr_array_index (rows, i), seen);
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      add_seen (self, found[i], seen[found[i]]);
      g_hash_table_unref (seen[found[i]]);
    }
}

static void
add_fixed (OctPlansFilters *self)
{
  GPtrArray *elements = oct_framework_get_elements (
    oct_assessment_get_framework (oct_plan_overview_get_assessment (self->overview)));

  add_choice (self, CONDITION_STATUS, NULL, _("Worked on now"));
  add_choice (self, CONDITION_STATUS, "any", _("Any"));
  for (guint i = 0; oct_plan_statuses[i].key != NULL; i++)
    add_choice (self, CONDITION_STATUS, oct_plan_statuses[i].key,
                oct_choice_to_text (oct_plan_statuses, (int) i));
  add_choice (self, CONDITION_SCHOOL, OCT_PLAN_FILTER_TRUST, _("The trust itself"));
  add_choice (self, CONDITION_OWNER, OCT_PLAN_FILTER_NOBODY, _("Nobody yet"));
  for (int i = OCT_RATING_NONE; i <= OCT_RATING_GREEN; i++)
    {
      g_autofree char *key = g_strdup_printf ("%d", i);

      add_choice (self, CONDITION_RATING, key, oct_rating_mark_name ((OctRatingMark) i));
    }
  for (guint i = 0; i < OCT_N_EXCEPTIONS; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", 1u << i);

      add_choice (self, CONDITION_EXCEPTION, key, oct_exception_to_text (1u << i));
    }
  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);

      add_choice (self, CONDITION_ELEMENT, element->key, element->short_name);
    }
}

/* --- callbacks --- */

static void
selected_cb (OctPlansFilters *self, GParamSpec *pspec, AdwComboRow *row)
{
  if (self->updating || self->filter == NULL)
    return;
  for (guint i = 0; i < N_CONDITIONS; i++)
    if (self->rows[i] == row && adw_combo_row_get_selected (row) < self->keys[i]->len)
      set_key (self->filter, i,
               g_ptr_array_index (self->keys[i], adw_combo_row_get_selected (row)));
  update_chips (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* --- class --- */

static void
oct_plans_filters_dispose (GObject *object)
{
  OctPlansFilters *self = OCT_PLANS_FILTERS (object);

  self->updating = TRUE;
  self->filter = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->overview);
  for (guint i = 0; i < N_CONDITIONS; i++)
    {
      g_clear_pointer (&self->keys[i], g_ptr_array_unref);
      g_clear_object (&self->names[i]);
    }

  G_OBJECT_CLASS (oct_plans_filters_parent_class)->dispose (object);
}

static void
oct_plans_filters_class_init (OctPlansFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_plans_filters_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", OCT_TYPE_PLANS_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
show_choices (OctPlansFilters *self)
{
  gboolean updating = self->updating;

  if (self->rows[0] == NULL)
    return;
  self->updating = TRUE;
  for (guint i = 0; i < N_CONDITIONS; i++)
    {
      if (adw_combo_row_get_model (self->rows[i]) != G_LIST_MODEL (self->names[i]))
        adw_combo_row_set_model (self->rows[i], G_LIST_MODEL (self->names[i]));
      if (self->filter != NULL)
        adw_combo_row_set_selected (self->rows[i], find_selected (self, i));
    }
  self->updating = updating;
}

/* Seven drop downs take as long to make as the rest of the page, and are seldom opened. */
static void
make_popover_cb (GtkMenuButton *button, gpointer data)
{
  OctPlansFilters *self = data;
  GtkWidget *popover;
  GtkWidget *list;

  if (self->rows[0] != NULL)
    return;
  popover = gtk_popover_new ();
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_size_request (list, 310, -1);
  for (guint i = 0; i < N_CONDITIONS; i++)
    {
      GtkWidget *row = adw_combo_row_new ();

      self->rows[i] = ADW_COMBO_ROW (row);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(titles[i]));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  show_choices (self);
  for (guint i = 0; i < N_CONDITIONS; i++)
    g_signal_connect_object (self->rows[i], "notify::selected", G_CALLBACK (selected_cb), self,
                             G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_menu_button_set_popover (button, popover);
}

static void
oct_plans_filters_init (OctPlansFilters *self)
{
  GtkWidget *content = adw_button_content_new ();

  self->box = OCT_WRAP_BOX (oct_wrap_box_new (6));
  self->button = gtk_menu_button_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "octant-filter-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Filters"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), content);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_popover_cb, self,
                                         NULL);
  for (guint i = 0; i < N_CONDITIONS; i++)
    {
      self->keys[i] = g_ptr_array_new_with_free_func (g_free);
      self->names[i] = gtk_string_list_new (NULL);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Filters"), -1);
  self->count = gtk_label_new (NULL);
  gtk_widget_set_size_request (self->count, -1, 34); /* as high as the button */
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  oct_wrap_box_append (self->box, self->button);
  oct_wrap_box_append (self->box, self->count);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * oct_plans_filters_new:
 *
 * Returns: (transfer floating): filters of nothing yet
 */
GtkWidget *
oct_plans_filters_new (void)
{
  return g_object_new (OCT_TYPE_PLANS_FILTERS, NULL);
}

/**
 * oct_plans_filters_set_overview:
 * @self: the filters
 * @overview: the plans
 *
 * Offers what the plans have. The filter is to be shown again after that.
 */
void
oct_plans_filters_set_overview (OctPlansFilters *self, OctPlanOverview *overview)
{
  g_return_if_fail (OCT_IS_PLANS_FILTERS (self));

  if (!g_set_object (&self->overview, overview))
    return;
  for (guint i = 0; i < N_CONDITIONS; i++)
    {
      g_object_unref (self->names[i]);
      self->names[i] = gtk_string_list_new (NULL);
      g_ptr_array_set_size (self->keys[i], 0);
      if (i != CONDITION_STATUS)
        add_choice (self, i, NULL, _("Any"));
    }
  add_fixed (self);
  add_found (self);
  show_choices (self);
}

/**
 * oct_plans_filters_set_filter:
 * @self: the filters
 * @filter: (transfer none): what is shown and changed
 *
 * Shows a filter.
 */
void
oct_plans_filters_set_filter (OctPlansFilters *self, OctPlanFilter *filter)
{
  g_return_if_fail (OCT_IS_PLANS_FILTERS (self));

  self->filter = filter;
  show_choices (self);
  update_chips (self);
}

/**
 * oct_plans_filters_set_count:
 * @self: the filters
 * @text: how many there are, in words
 *
 * Says how many fit.
 */
void
oct_plans_filters_set_count (OctPlansFilters *self, const char *text)
{
  g_return_if_fail (OCT_IS_PLANS_FILTERS (self));

  gtk_label_set_label (GTK_LABEL (self->count), text);
}
