/* An edit as an item of a list; see the header. */

#include "oct-edit-entry.h"

#include <glib/gi18n.h>

#include "oct-date.h"

struct _OctEditEntry
{
  GObject parent_instance;

  /* owned */
  OctEditRecord *record;
  GDateTime *at;

  gboolean begins_day;
};

G_DEFINE_FINAL_TYPE (OctEditEntry, oct_edit_entry, G_TYPE_OBJECT)

static void
oct_edit_entry_finalize (GObject *object)
{
  OctEditEntry *self = OCT_EDIT_ENTRY (object);

  g_clear_pointer (&self->record, oct_edit_record_free);
  g_clear_pointer (&self->at, g_date_time_unref);

  G_OBJECT_CLASS (oct_edit_entry_parent_class)->finalize (object);
}

static void
oct_edit_entry_class_init (OctEditEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_edit_entry_finalize;
}

static void
oct_edit_entry_init (OctEditEntry *self)
{
}

/**
 * oct_edit_entry_new:
 * @record: (transfer full): an edit
 *
 * Returns: (transfer full): an item for it
 */
OctEditEntry *
oct_edit_entry_new (OctEditRecord *record)
{
  OctEditEntry *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (OCT_TYPE_EDIT_ENTRY, NULL);
  self->record = record;
  self->at = g_date_time_new_from_unix_local (record->at);
  /* A clock no calendar knows. */
  if (self->at == NULL)
    self->at = g_date_time_new_from_unix_local (0);

  return self;
}

/**
 * oct_edit_entry_get_record:
 * @self: an item
 *
 * Returns: (transfer none): its edit
 */
const OctEditRecord *
oct_edit_entry_get_record (OctEditEntry *self)
{
  g_return_val_if_fail (OCT_IS_EDIT_ENTRY (self), NULL);

  return self->record;
}

/**
 * oct_edit_entry_get_day:
 * @self: an item
 *
 * Returns: the day on which the edit was made where the reader is, as an #OctDate
 */
int
oct_edit_entry_get_day (OctEditEntry *self)
{
  g_return_val_if_fail (OCT_IS_EDIT_ENTRY (self), 0);

  return oct_date_new (g_date_time_get_year (self->at), g_date_time_get_month (self->at),
                       g_date_time_get_day_of_month (self->at));
}

/**
 * oct_edit_entry_get_begins_day:
 * @self: an item
 *
 * Returns: whether it is the first of its day in the list
 */
gboolean
oct_edit_entry_get_begins_day (OctEditEntry *self)
{
  g_return_val_if_fail (OCT_IS_EDIT_ENTRY (self), FALSE);

  return self->begins_day;
}

/**
 * oct_edit_entry_set_begins_day:
 * @self: an item
 * @begins_day: whether it is the first of its day in the list
 *
 * Says whether the day stands above it.
 */
void
oct_edit_entry_set_begins_day (OctEditEntry *self, gboolean begins_day)
{
  g_return_if_fail (OCT_IS_EDIT_ENTRY (self));

  self->begins_day = begins_day;
}

/**
 * oct_edit_entry_dup_day_text:
 * @self: an item
 *
 * Returns: (transfer full): "Today", "Yesterday" or the date
 */
char *
oct_edit_entry_dup_day_text (OctEditEntry *self)
{
  int days;

  g_return_val_if_fail (OCT_IS_EDIT_ENTRY (self), NULL);

  days = oct_date_days_between (oct_edit_entry_get_day (self), oct_date_today ());
  if (days == 0)
    return g_strdup (_("Today"));
  if (days == 1)
    return g_strdup (_("Yesterday"));

  return oct_date_to_text (oct_edit_entry_get_day (self));
}

/**
 * oct_edit_entry_dup_time_text:
 * @self: an item
 *
 * Returns: (transfer full): the time of day, "09:41"
 */
char *
oct_edit_entry_dup_time_text (OctEditEntry *self)
{
  g_return_val_if_fail (OCT_IS_EDIT_ENTRY (self), NULL);

  /* Translators: a time of day; see the documentation of g_date_time_format(). */
  return g_date_time_format (self->at, _("%H:%M"));
}
