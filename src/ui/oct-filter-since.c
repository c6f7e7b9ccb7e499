/* Narrowing the list of schools to what happened since a day.
 *
 * The years offered are counted back from the register's own date, not from today: "in the last
 * year" of a register that is half a year old would leave half a year out.
 */

#include "octant-config.h"

#include "oct-filter-since.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"

static const int years[] = { 1, 3, 5, 10 };

/* Items of the drop-down after "any day" and the years. */
#define ITEM_CHOSEN (1 + G_N_ELEMENTS (years))

struct _OctFilterSince
{
  AdwBin parent_instance;

  /* template */
  GtkExpander *expander;
  GtkLabel *title;
  GtkDropDown *choices;
  GtkMenuButton *day_button;

  /* borrowed */
  GtkCalendar *calendar; /* NULL until it is opened */

  OctDate since;
  OctDate as_at;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctFilterSince, oct_filter_since, ADW_TYPE_BIN)

enum
{
  SIGNAL_SINCE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static OctDate
years_before (OctDate date, int n)
{
  int day = date % 100;
  int month = date / 100 % 100;

  /* There is no 29 February a year earlier. */
  if (month == 2 && day == 29)
    day = 28;
  return oct_date_new (oct_date_year (date) - n, month, day);
}

static void
choice_cb (OctFilterSince *self)
{
  guint choice = gtk_drop_down_get_selected (self->choices);
  OctDate since = OCT_DATE_UNKNOWN;

  if (self->updating)
    return;
  if (choice == ITEM_CHOSEN)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->day_button), TRUE);
      gtk_menu_button_popup (self->day_button);
      return;
    }
  if (choice > 0 && choice <= G_N_ELEMENTS (years))
    since = years_before (self->as_at, years[choice - 1]);
  g_signal_emit (self, signals[SIGNAL_SINCE], 0, since);
}

static void
day_selected_cb (OctFilterSince *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  if (self->updating)
    return;
  g_signal_emit (self, signals[SIGNAL_SINCE], 0,
                 oct_date_new (g_date_time_get_year (day), g_date_time_get_month (day),
                               g_date_time_get_day_of_month (day)));
}

static void
show_day (OctFilterSince *self)
{
  g_autoptr (GDateTime) day = NULL;

  if (self->since != OCT_DATE_UNKNOWN)
    day = g_date_time_new_local (oct_date_year (self->since), self->since / 100 % 100,
                                 self->since % 100, 0, 0, 0);
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
}

/* A calendar is some seventy widgets, and there are two of them. */
static void
make_calendar_cb (GtkMenuButton *button, gpointer data)
{
  OctFilterSince *self = data;
  GtkWidget *popover;

  if (self->calendar != NULL)
    return;
  popover = gtk_popover_new ();
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  show_day (self);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (button, popover);
}

static void
oct_filter_since_class_init (OctFilterSinceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* A day was chosen: an OctDate, 0 for any. */
  signals[SIGNAL_SINCE] = g_signal_new ("since", OCT_TYPE_FILTER_SINCE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-filter-since.ui");
  gtk_widget_class_bind_template_child (widget_class, OctFilterSince, expander);
  gtk_widget_class_bind_template_child (widget_class, OctFilterSince, title);
  gtk_widget_class_bind_template_child (widget_class, OctFilterSince, choices);
  gtk_widget_class_bind_template_child (widget_class, OctFilterSince, day_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
}

static void
oct_filter_since_init (OctFilterSince *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_name_drop_down (self->choices, _("Choose a day"));
  gtk_string_list_append (labels, _ ("Any day"));
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *label = g_strdup_printf (
        ngettext ("In the last year", "In the last %d years", years[i]), years[i]);

      gtk_string_list_append (labels, label);
    }
  gtk_string_list_append (labels, _ ("Since a day…"));
  gtk_drop_down_set_model (self->choices, G_LIST_MODEL (labels));
  gtk_menu_button_set_create_popup_func (self->day_button, make_calendar_cb, self, NULL);
  self->updating = FALSE;
}

/**
 * oct_filter_since_new:
 * @title: what happened, such as "Opened"
 *
 * Makes the filter without a day.
 *
 * Returns: (transfer floating): the filter
 */
GtkWidget *
oct_filter_since_new (const char *title)
{
  OctFilterSince *self = g_object_new (OCT_TYPE_FILTER_SINCE, NULL);

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  return GTK_WIDGET (self);
}

static guint
find_choice (OctFilterSince *self)
{
  if (self->since == OCT_DATE_UNKNOWN)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      if (self->since == years_before (self->as_at, years[i]))
        return i + 1;
    }
  return ITEM_CHOSEN;
}

/**
 * oct_filter_since_update:
 * @self: the filter
 * @since: the day in force, 0 for any
 * @as_at: the register's date
 *
 * Shows the day in force.
 */
void
oct_filter_since_update (OctFilterSince *self, OctDate since, OctDate as_at)
{
  guint choice;

  g_return_if_fail (OCT_IS_FILTER_SINCE (self));

  if (self->since == since && self->as_at == as_at)
    return;
  self->since = since;
  self->as_at = as_at != OCT_DATE_UNKNOWN ? as_at : oct_date_today ();
  self->updating = TRUE;
  choice = find_choice (self);
  gtk_drop_down_set_selected (self->choices, choice);
  gtk_widget_set_visible (GTK_WIDGET (self->day_button), choice == ITEM_CHOSEN);
  if (since != OCT_DATE_UNKNOWN)
    {
      g_autofree char *text = oct_date_to_text (since);

      gtk_menu_button_set_label (self->day_button, text);
      if (self->calendar != NULL)
        show_day (self);
      gtk_expander_set_expanded (self->expander, TRUE);
    }
  self->updating = FALSE;
}
