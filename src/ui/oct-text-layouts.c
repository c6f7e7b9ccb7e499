/* Texts laid out in one line and kept.
 *
 * Laying a text out costs more than everything else about a cell, and most texts of a register
 * recur: phases, authorities, trusts, and names from one key to the next.
 */

#include "oct-text-layouts.h"

#include <string.h>

/* A screen shows some 200 texts. When there are so many, each new one takes the place of the one that
 * was asked for longest ago: to forget them all at once would take as long as a frame may. */
#define MAX_LAYOUTS 2000

typedef struct
{
  char *text;
  int width;
  gboolean numeric;
} LayoutKey;

typedef struct
{
  LayoutKey key;
  PangoLayout *layout;
  GList link; /* in "recent"; its data is the Layout */
} Layout;

struct _OctTextLayouts
{
  GObject parent_instance;

  /* owned */
  GHashTable *layouts;    /* LayoutKey, inside the Layout → Layout */
  GQueue recent;          /* Layout, the latest asked for first */
  PangoAttrList *figures; /* figures of one width */
};

G_DEFINE_FINAL_TYPE (OctTextLayouts, oct_text_layouts, G_TYPE_OBJECT)

static guint
layout_key_hash (gconstpointer data)
{
  const LayoutKey *key = data;

  return g_str_hash (key->text) ^ ((guint) key->width * 31) ^ (guint) key->numeric;
}

static gboolean
layout_key_equal (gconstpointer a, gconstpointer b)
{
  const LayoutKey *one = a;
  const LayoutKey *two = b;

  return one->width == two->width && one->numeric == two->numeric
         && strcmp (one->text, two->text) == 0;
}

static void
layout_free (gpointer data)
{
  Layout *layout = data;

  g_free (layout->key.text);
  g_object_unref (layout->layout);
  g_free (layout);
}

/* (transfer full) */
static PangoLayout *
make_layout (OctTextLayouts *self, PangoContext *context, const LayoutKey *key)
{
  PangoLayout *layout = pango_layout_new (context);
  int natural;

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, key->text, -1);
  if (key->numeric)
    pango_layout_set_attributes (layout, self->figures);

  /* Cutting a text short costs as much again as laying it out, and few texts need it. */
  pango_layout_get_pixel_size (layout, &natural, NULL);
  if (natural > key->width)
    {
      pango_layout_set_width (layout, MAX (key->width, 1) * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

static void
oct_text_layouts_finalize (GObject *object)
{
  OctTextLayouts *self = OCT_TEXT_LAYOUTS (object);

  g_hash_table_unref (self->layouts);
  pango_attr_list_unref (self->figures);
  G_OBJECT_CLASS (oct_text_layouts_parent_class)->finalize (object);
}

static void
oct_text_layouts_class_init (OctTextLayoutsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_text_layouts_finalize;
}

static void
oct_text_layouts_init (OctTextLayouts *self)
{
  self->layouts = g_hash_table_new_full (layout_key_hash, layout_key_equal, NULL, layout_free);
  g_queue_init (&self->recent);
  self->figures = pango_attr_list_new ();
  pango_attr_list_insert (self->figures, pango_attr_font_features_new ("tnum=1"));
}

/**
 * oct_text_layouts_new:
 *
 * Makes an empty store of layouts.
 *
 * Returns: (transfer full): the store
 */
OctTextLayouts *
oct_text_layouts_new (void)
{
  return g_object_new (OCT_TYPE_TEXT_LAYOUTS, NULL);
}

static void
forget_oldest (OctTextLayouts *self)
{
  Layout *oldest = g_queue_pop_tail_link (&self->recent)->data;

  g_hash_table_remove (self->layouts, &oldest->key);
}

/**
 * oct_text_layouts_get:
 * @self: a store of layouts
 * @context: the font; clear the store when it changes
 * @text: a text
 * @width: the room for it, in pixels; a longer text is cut short
 * @numeric: whether its figures are to have one width
 *
 * Lays out a text, or finds it laid out.
 *
 * Returns: (transfer none): the layout; it is good until the next one is asked for
 */
PangoLayout *
oct_text_layouts_get (OctTextLayouts *self, PangoContext *context, const char *text, int width,
                      gboolean numeric)
{
  LayoutKey wanted = { (char *) text, width, numeric };
  Layout *layout;

  g_return_val_if_fail (OCT_IS_TEXT_LAYOUTS (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  layout = g_hash_table_lookup (self->layouts, &wanted);
  if (layout != NULL)
    {
      g_queue_unlink (&self->recent, &layout->link);
      g_queue_push_head_link (&self->recent, &layout->link);
      return layout->layout;
    }

  if (self->recent.length >= MAX_LAYOUTS)
    forget_oldest (self);
  layout = g_new0 (Layout, 1);
  layout->layout = make_layout (self, context, &wanted);
  layout->key = wanted;
  layout->key.text = g_strdup (text);
  layout->link.data = layout;
  g_hash_table_insert (self->layouts, &layout->key, layout);
  g_queue_push_head_link (&self->recent, &layout->link);
  return layout->layout;
}

/**
 * oct_text_layouts_clear:
 * @self: a store of layouts
 *
 * Forgets every layout, since the font changed.
 */
void
oct_text_layouts_clear (OctTextLayouts *self)
{
  g_return_if_fail (OCT_IS_TEXT_LAYOUTS (self));

  g_queue_init (&self->recent);
  g_hash_table_remove_all (self->layouts);
}
