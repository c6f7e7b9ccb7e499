/* Back and forward, as a web browser does it.
 *
 * Going somewhere new drops what was ahead; a page that changes its own state replaces the present
 * location, so that back leads to where one came from and not to the filter before. Kept apart from
 * the window so that it can be tested without one.
 */

#include "oct-history.h"

/* More steps than anyone goes back; the oldest are forgotten. */
#define MAX_LOCATIONS 200

struct _OctHistory
{
  GObject parent_instance;

  /* owned */
  GPtrArray *locations;

  guint position; /* of the present location; meaningless while there is none */
};

G_DEFINE_FINAL_TYPE (OctHistory, oct_history, G_TYPE_OBJECT)

static void
oct_history_finalize (GObject *object)
{
  OctHistory *self = OCT_HISTORY (object);

  g_ptr_array_unref (self->locations);
  G_OBJECT_CLASS (oct_history_parent_class)->finalize (object);
}

static void
oct_history_class_init (OctHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_history_finalize;
}

static void
oct_history_init (OctHistory *self)
{
  self->locations = g_ptr_array_new_with_free_func (g_free);
}

/**
 * oct_history_new:
 *
 * Makes an empty history.
 *
 * Returns: (transfer full): a new history
 */
OctHistory *
oct_history_new (void)
{
  return g_object_new (OCT_TYPE_HISTORY, NULL);
}

/**
 * oct_history_get_location:
 * @self: a history
 *
 * Returns: (nullable): the present location, %NULL while nothing was pushed
 */
const char *
oct_history_get_location (OctHistory *self)
{
  g_return_val_if_fail (OCT_IS_HISTORY (self), NULL);

  if (self->locations->len == 0)
    return NULL;
  return g_ptr_array_index (self->locations, self->position);
}

/**
 * oct_history_push:
 * @self: a history
 * @location: where the person went
 *
 * Goes to a new location. What was ahead is forgotten; the present location twice is once.
 */
void
oct_history_push (OctHistory *self, const char *location)
{
  guint ahead;

  g_return_if_fail (OCT_IS_HISTORY (self));
  g_return_if_fail (location != NULL);

  if (g_strcmp0 (oct_history_get_location (self), location) == 0)
    return;

  if (self->locations->len > 0)
    {
      ahead = self->locations->len - self->position - 1;
      if (ahead > 0)
        g_ptr_array_remove_range (self->locations, self->position + 1, ahead);
      if (self->locations->len == MAX_LOCATIONS)
        g_ptr_array_remove_index (self->locations, 0);
    }
  g_ptr_array_add (self->locations, g_strdup (location));
  self->position = self->locations->len - 1;
}

/**
 * oct_history_replace:
 * @self: a history
 * @location: what the present location is called now
 *
 * Renames the present location.
 */
void
oct_history_replace (OctHistory *self, const char *location)
{
  g_return_if_fail (OCT_IS_HISTORY (self));
  g_return_if_fail (location != NULL);

  if (self->locations->len == 0)
    {
      oct_history_push (self, location);
      return;
    }
  if (g_strcmp0 (oct_history_get_location (self), location) == 0)
    return;
  g_free (g_ptr_array_index (self->locations, self->position));
  g_ptr_array_index (self->locations, self->position) = g_strdup (location);
}

/**
 * oct_history_get_can_back:
 * @self: a history
 *
 * Returns: whether there is a location behind
 */
gboolean
oct_history_get_can_back (OctHistory *self)
{
  g_return_val_if_fail (OCT_IS_HISTORY (self), FALSE);

  return self->locations->len > 0 && self->position > 0;
}

/**
 * oct_history_get_can_forward:
 * @self: a history
 *
 * Returns: whether there is a location ahead
 */
gboolean
oct_history_get_can_forward (OctHistory *self)
{
  g_return_val_if_fail (OCT_IS_HISTORY (self), FALSE);

  return self->position + 1 < self->locations->len;
}

/**
 * oct_history_back:
 * @self: a history
 *
 * Goes one step back.
 *
 * Returns: (nullable): the location, %NULL where there is none behind
 */
const char *
oct_history_back (OctHistory *self)
{
  g_return_val_if_fail (OCT_IS_HISTORY (self), NULL);

  if (!oct_history_get_can_back (self))
    return NULL;
  self->position--;
  return oct_history_get_location (self);
}

/**
 * oct_history_forward:
 * @self: a history
 *
 * Goes one step forward.
 *
 * Returns: (nullable): the location, %NULL where there is none ahead
 */
const char *
oct_history_forward (OctHistory *self)
{
  g_return_val_if_fail (OCT_IS_HISTORY (self), NULL);

  if (!oct_history_get_can_forward (self))
    return NULL;
  self->position++;
  return oct_history_get_location (self);
}
