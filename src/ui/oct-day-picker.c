/* A small control that names a day; see the header.
 *
 * The calendar, some seventy widgets, is made when it is first opened.
 */

#include "oct-day-picker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-focus.h"

struct _OctDayPicker
{
  AdwBin parent_instance;

  /* template */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkEntry *entry;
  GtkLabel *problem;
  AdwBin *place;
  GtkButton *none;

  /* borrowed */
  GtkCalendar *calendar; /* %NULL until it is opened */

  /* owned */
  char *role;

  OctDate day;
  gboolean updating;
};

static guint picked_signal;

G_DEFINE_FINAL_TYPE (OctDayPicker, oct_day_picker, ADW_TYPE_BIN)

/* The button inside is what has the focus. */
static void
update (OctDayPicker *self)
{
  g_autofree char *day = self->day != OCT_DATE_UNKNOWN ? oct_date_to_text (self->day)
                                                       : g_strdup (_("No date"));
  /* Translators: what a day is, then the day: "Due: 19 December 2025". */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), self->role, day);
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (self->button));

  gtk_label_set_label (self->label, day);
  if (self->day != OCT_DATE_UNKNOWN)
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
pick (OctDayPicker *self, OctDate day)
{
  gtk_menu_button_popdown (self->button);
  if (day == self->day)
    return;
  oct_day_picker_set_day (self, day);
  g_signal_emit (self, picked_signal, 0, day);
}

/* As people write days here, 19/12/2025 or 19.12.25, or as machines do. */
static OctDate
parse (const char *text)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  g_auto (GStrv) parts = NULL;
  OctDate day = OCT_DATE_UNKNOWN;

  g_strdelimit (plain, ". -", '/');
  parts = g_strsplit (plain, "/", -1);
  if (g_strv_length (parts) == 3 && strlen (parts[0]) <= 2)
    {
      int year = (int) g_ascii_strtoll (parts[2], NULL, 10);

      return oct_date_new (year < 100 ? 2000 + year : year,
                           (int) g_ascii_strtoll (parts[1], NULL, 10),
                           (int) g_ascii_strtoll (parts[0], NULL, 10));
    }
  g_strdelimit (plain, "/", '-');

  return oct_date_parse (plain, -1, &day) ? day : OCT_DATE_UNKNOWN;
}

static void
entry_activate_cb (OctDayPicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  OctDate day = parse (text);

  if (*text == '\0' || day != OCT_DATE_UNKNOWN)
    pick (self, day);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
entry_changed_cb (OctDayPicker *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
day_selected_cb (OctDayPicker *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  if (!self->updating)
    pick (self, oct_date_new (g_date_time_get_year (day), g_date_time_get_month (day),
                              g_date_time_get_day_of_month (day)));
}

static void
none_clicked_cb (OctDayPicker *self)
{
  pick (self, OCT_DATE_UNKNOWN);
}

static void
show_in_calendar (OctDayPicker *self)
{
  OctDate day = self->day != OCT_DATE_UNKNOWN ? self->day : oct_date_today ();
  g_autoptr (GDateTime) date = g_date_time_new_local (day / 10000, day / 100 % 100, day % 100, 0, 0,
                                                      0);

  self->updating = TRUE;
  if (date != NULL)
    gtk_calendar_select_day (self->calendar, date);
  self->updating = FALSE;
}

static void
popover_shown_cb (OctDayPicker *self)
{
  g_autofree char *text = self->day == OCT_DATE_UNKNOWN
                            ? g_strdup ("")
                            : g_strdup_printf ("%02d/%02d/%d", self->day % 100,
                                               self->day / 100 % 100, self->day / 10000);

  if (self->calendar == NULL)
    {
      self->calendar = GTK_CALENDAR (gtk_calendar_new ());
      adw_bin_set_child (self->place, GTK_WIDGET (self->calendar));
      g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                               G_CONNECT_SWAPPED);
    }
  show_in_calendar (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_set_visible (GTK_WIDGET (self->none), self->day != OCT_DATE_UNKNOWN);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
oct_day_picker_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (oct_day_picker_parent_class)->dispose (object);
}

static void
oct_day_picker_finalize (GObject *object)
{
  g_free (OCT_DAY_PICKER (object)->role);
  G_OBJECT_CLASS (oct_day_picker_parent_class)->finalize (object);
}

static gboolean
oct_day_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OCT_DAY_PICKER (widget)->button));
}

static void
oct_day_picker_class_init (OctDayPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_day_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_day_picker_finalize;
  widget_class->focus = oct_focus_child;
  widget_class->grab_focus = oct_day_picker_grab_focus;
  picked_signal = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-day-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, OctDayPicker, button);
  gtk_widget_class_bind_template_child (widget_class, OctDayPicker, label);
  gtk_widget_class_bind_template_child (widget_class, OctDayPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, OctDayPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, OctDayPicker, problem);
  gtk_widget_class_bind_template_child (widget_class, OctDayPicker, place);
  gtk_widget_class_bind_template_child (widget_class, OctDayPicker, none);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_clicked_cb);
}

static void
oct_day_picker_init (OctDayPicker *self)
{
  self->role = g_strdup (_("Due"));
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The button centres what is in it. */
  gtk_widget_set_halign (gtk_widget_get_parent (GTK_WIDGET (self->label)), GTK_ALIGN_FILL);
  update (self);
}

/**
 * oct_day_picker_new:
 *
 * Returns: (transfer floating): a picker that names no day
 */
GtkWidget *
oct_day_picker_new (void)
{
  return g_object_new (OCT_TYPE_DAY_PICKER, NULL);
}

/**
 * oct_day_picker_set_label:
 * @self: a picker
 * @label: what the day is: "Due", "Begins"
 */
void
oct_day_picker_set_label (OctDayPicker *self, const char *label)
{
  g_return_if_fail (OCT_IS_DAY_PICKER (self));
  g_return_if_fail (label != NULL);

  g_free (self->role);
  self->role = g_strdup (label);
  update (self);
}

/**
 * oct_day_picker_set_day:
 * @self: a picker
 * @day: a day, or %OCT_DATE_UNKNOWN for none
 *
 * Shows a day; "picked" isn't emitted.
 */
void
oct_day_picker_set_day (OctDayPicker *self, OctDate day)
{
  g_return_if_fail (OCT_IS_DAY_PICKER (self));

  self->day = day;
  update (self);
}

/**
 * oct_day_picker_get_day:
 * @self: a picker
 *
 * Returns: the day that is shown, or %OCT_DATE_UNKNOWN
 */
OctDate
oct_day_picker_get_day (OctDayPicker *self)
{
  g_return_val_if_fail (OCT_IS_DAY_PICKER (self), OCT_DATE_UNKNOWN);

  return self->day;
}
