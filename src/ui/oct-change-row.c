/* One change between two releases, as a row of a list: the school, what changed from what to what,
 * and the two dates between which it happened.
 *
 * The register only says what was so on two days; so a row names both and never a day in between.
 */

#include "oct-change-row.h"

#include <glib/gi18n.h>

struct _OctChangeRow
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *school;
  GtkLabel *place;
  GtkLabel *kind;
  GtkLabel *values;
  GtkLabel *dates;
};

G_DEFINE_FINAL_TYPE (OctChangeRow, oct_change_row, ADW_TYPE_BIN)

/* What it was and what it became; one of the two where the other says nothing. */
static char *
describe_values (OctChange *change)
{
  const char *before = oct_change_get_before (change);
  const char *after = oct_change_get_after (change);
  OctChangeKind kind = oct_change_get_kind (change);

  /* Their names say it all. */
  if (kind == OCT_CHANGE_OPENED || kind == OCT_CHANGE_CLOSED || kind == OCT_CHANGE_ADDED)
    return g_strdup ("");
  if (*before != '\0' && *after != '\0')
    return g_strdup_printf ("%s → %s", before, after);
  if (*after != '\0')
    return g_strdup (after);
  if (*before != '\0' && kind == OCT_CHANGE_LEFT_TRUST)
    return g_strdup (before);
  if (*before != '\0')
    /* Translators: a value that was stated before and is no longer. */
    return g_strdup_printf (_("%s → not stated"), before);
  return g_strdup ("");
}

/* A day with the short name of its month, since two of them stand on each row. */
static char *
short_date (OctDate date)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (date / 10000, date / 100 % 100, date % 100, 12,
                                                    0, 0);

  /* Translators: a short date, "1 Sep 2026", with spaces that don't break; see the documentation of g_date_time_format(). */
  return time != NULL ? g_date_time_format (time, _("%-d %b %Y")) : oct_date_to_text (date);
}

static char *
describe_dates (OctChange *change)
{
  g_autofree char *before = short_date (oct_change_get_date_before (change));
  g_autofree char *after = short_date (oct_change_get_date_after (change));

  if (oct_change_get_date_before (change) == OCT_DATE_UNKNOWN)
    return g_steal_pointer (&after);
  /* Translators: two dates of releases; the change happened between them. */
  return g_strdup_printf (_("%s – %s"), before, after);
}

static void
oct_change_row_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (oct_change_row_parent_class)->dispose (object);
}

static void
oct_change_row_class_init (OctChangeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_change_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-change-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctChangeRow, school);
  gtk_widget_class_bind_template_child (widget_class, OctChangeRow, place);
  gtk_widget_class_bind_template_child (widget_class, OctChangeRow, kind);
  gtk_widget_class_bind_template_child (widget_class, OctChangeRow, values);
  gtk_widget_class_bind_template_child (widget_class, OctChangeRow, dates);
}

static void
oct_change_row_init (OctChangeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_change_row_new:
 *
 * Returns: (transfer floating): a new row that shows nothing yet
 */
GtkWidget *
oct_change_row_new (void)
{
  return g_object_new (OCT_TYPE_CHANGE_ROW, NULL);
}

/**
 * oct_change_row_set:
 * @self: a row
 * @change: the change to show
 *
 * Shows a change.
 */
void
oct_change_row_set (OctChangeRow *self, OctChange *change)
{
  g_autofree char *values = NULL;
  g_autofree char *dates = NULL;

  g_return_if_fail (OCT_IS_CHANGE_ROW (self));
  g_return_if_fail (OCT_IS_CHANGE (change));

  values = describe_values (change);
  dates = describe_dates (change);
  gtk_label_set_label (self->school, oct_change_get_school (change));
  gtk_label_set_label (self->kind, oct_change_kind_label (oct_change_get_kind (change)));
  gtk_label_set_label (self->values, values);
  gtk_widget_set_visible (GTK_WIDGET (self->values), *values != '\0');
  gtk_label_set_label (self->dates, dates);
}

/**
 * oct_change_row_set_place:
 * @self: a row
 * @place: (nullable): what tells schools of one name apart
 *
 * Says where the school is, beside its name.
 */
void
oct_change_row_set_place (OctChangeRow *self, const char *place)
{
  g_return_if_fail (OCT_IS_CHANGE_ROW (self));

  gtk_label_set_label (self->place, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), place != NULL && place[0] != '\0');
}

/**
 * oct_change_row_set_show_dates:
 * @self: a row
 * @show_dates: whether the two dates are shown
 *
 * Leaves the dates out where the list says them once for all of its rows.
 */
void
oct_change_row_set_show_dates (OctChangeRow *self, gboolean show_dates)
{
  g_return_if_fail (OCT_IS_CHANGE_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->dates), show_dates);
}
