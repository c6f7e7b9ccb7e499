/* The line of a school: what it was before, what it is, what became of it.
 *
 * The links file holds pairs. From the school in the middle its predecessors are followed
 * backwards and its successors forwards, each read on the worker thread, until there are no more
 * or the line is longer than anybody reads. Establishments of the same step stand under each other.
 */

#include "oct-lineage.h"

#include <glib/gi18n.h>

#include "oct-text.h"

/* No real line is longer; a circle of links in a bad file would be. */
#define MAX_STEPS 6
#define MAX_SCHOOLS 40

/* Longer names are cut, and whole in the tooltip. */
#define NAME_CHARS 30

/* More of one step are shown on request: some schools were made of a dozen. */
#define MAX_OF_STEP 5

typedef struct
{
  guint32 urn;
  int step;     /* below 0: before the school; above 0: after it */
  OctDate date; /* when the link to the next was established */
  char *name;
  char *kind; /* the publisher's words for the link */
} Ancestor;

struct _OctLineage
{
  AdwBin parent_instance;

  /* template */
  GtkBox *box;

  /* owned */
  OctSession *session;
  GCancellable *cancellable;
  GPtrArray *ancestors; /* of Ancestor */

  guint pending;
  gboolean empty;
  gboolean all;
};

/* One step of the walk: whose links are being read. */
typedef struct
{
  OctLineage *lineage;
  guint32 urn;
  int step;
} Walk;

G_DEFINE_FINAL_TYPE (OctLineage, oct_lineage, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_EMPTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
ancestor_free (Ancestor *ancestor)
{
  g_free (ancestor->name);
  g_free (ancestor->kind);
  g_free (ancestor);
}

static gboolean
add_ancestor (OctLineage *self, guint32 urn, int step, const char *name, const char *kind,
              OctDate date)
{
  Ancestor *ancestor;

  if (self->ancestors->len >= MAX_SCHOOLS)
    return FALSE;
  for (guint i = 0; i < self->ancestors->len; i++)
    if (((Ancestor *) g_ptr_array_index (self->ancestors, i))->urn == urn)
      return FALSE;

  ancestor = g_new0 (Ancestor, 1);
  ancestor->urn = urn;
  ancestor->step = step;
  ancestor->date = date;
  ancestor->name = g_strdup (name != NULL && name[0] != '\0' ? name : _("Name not stated"));
  ancestor->kind = g_strdup (kind != NULL ? kind : "");
  g_ptr_array_add (self->ancestors, ancestor);
  return TRUE;
}

static int
compare_ancestors (gconstpointer a, gconstpointer b)
{
  const Ancestor *first = *(const Ancestor *const *) a;
  const Ancestor *second = *(const Ancestor *const *) b;

  if (first->step != second->step)
    return first->step - second->step;
  if (first->date != second->date)
    return first->date - second->date;
  return first->urn < second->urn ? -1 : 1;
}

static void
chip_clicked_cb (GtkButton *button, gpointer data)
{
  g_autofree char *location = oct_text_school_location (GPOINTER_TO_UINT (data));

  gtk_widget_activate_action (GTK_WIDGET (button), "win.go", "s", location);
}

static char *
chip_caption (OctLineage *self, const Ancestor *ancestor)
{
  g_autofree char *date = oct_text_date (ancestor->date);

  if (ancestor->step == 0)
    return g_strdup_printf (_("URN %u\nThis school"), ancestor->urn);
  if (ancestor->date == OCT_DATE_UNKNOWN)
    /* Translators: a URN, then the register's word for the link, such as "Predecessor". */
    return g_strdup_printf (_("URN %u\n%s"), ancestor->urn, ancestor->kind);

  /* Translators: a URN, the register's word for the link, and the day it was established. */
  return g_strdup_printf (_("URN %u\n%s, %s"), ancestor->urn, ancestor->kind, date);
}

static GtkWidget *
create_chip (OctLineage *self, const Ancestor *ancestor)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (ancestor->name);
  g_autofree char *caption_text = chip_caption (self, ancestor);
  GtkWidget *caption = gtk_label_new (caption_text);
  GtkWidget *chip;

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name),
                             (int) MIN (g_utf8_strlen (ancestor->name, -1) + 1, NAME_CHARS));
  gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_widget_set_tooltip_text (name, ancestor->name);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_box_append (GTK_BOX (lines), name);
  gtk_box_append (GTK_BOX (lines), caption);

  if (ancestor->step == 0)
    {
      gtk_widget_add_css_class (name, "heading");
      chip = adw_bin_new ();
      adw_bin_set_child (ADW_BIN (chip), lines);
      gtk_widget_add_css_class (chip, "lineage-current");
      return chip;
    }

  chip = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (chip), lines);
  gtk_widget_add_css_class (chip, "lineage-chip");
  g_signal_connect (chip, "clicked", G_CALLBACK (chip_clicked_cb),
                    GUINT_TO_POINTER (ancestor->urn));
  return chip;
}

static void show_line (OctLineage *self);

static void
more_clicked_cb (OctLineage *self)
{
  self->all = TRUE;
  show_line (self);
}

static void
append_more (OctLineage *self, GtkBox *column, guint n)
{
  g_autofree char *label = g_strdup_printf (ngettext ("%u more", "%u more", n), n);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (column, button);
}

/* Adds the chips from @first on that are of the same step; returns where the next step begins. */
static guint
append_step (OctLineage *self, guint first)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  int step = ((Ancestor *) g_ptr_array_index (self->ancestors, first))->step;
  guint shown = 0;
  guint hidden = 0;
  guint i;

  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  for (i = first; i < self->ancestors->len; i++)
    {
      const Ancestor *ancestor = g_ptr_array_index (self->ancestors, i);

      if (ancestor->step != step)
        break;
      if (!self->all && shown == MAX_OF_STEP)
        hidden++;
      else
        {
          gtk_box_append (GTK_BOX (column), create_chip (self, ancestor));
          shown++;
        }
    }
  if (hidden > 0)
    append_more (self, GTK_BOX (column), hidden);
  gtk_box_append (self->box, column);

  return i;
}

static void
show_line (OctLineage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  g_ptr_array_sort (self->ancestors, compare_ancestors);
  for (guint i = 0; i < self->ancestors->len;)
    {
      if (i > 0)
        gtk_box_append (self->box, gtk_image_new_from_icon_name ("go-next-symbolic"));
      i = append_step (self, i);
    }

  self->empty = self->ancestors->len < 2;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void walk_from (OctLineage *self, guint32 urn, int step);

static void
links_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Walk *walk = data;
  g_autoptr (OctLineage) self = walk->lineage;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) links = oct_session_read_finish (OCT_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      OctLink *link = g_ptr_array_index (links, i);
      OctLinkKind kind = oct_link_get_kind (link);
      int direction = kind == OCT_LINK_PREDECESSOR ? -1 : kind == OCT_LINK_SUCCESSOR ? 1 : 0;
      guint32 other = oct_link_get_other_urn (link);

      /* From a predecessor only further back, from a successor only onwards: its other
       * relatives are not this school's line. */
      if (oct_link_get_urn (link) != walk->urn || direction == 0
          || (walk->step != 0 && (direction < 0) != (walk->step < 0)))
        continue;
      if (add_ancestor (self, other, walk->step + direction, oct_link_get_other_name (link),
                        oct_link_get_type_name (link), oct_link_get_established (link))
          && ABS (walk->step + direction) < MAX_STEPS)
        walk_from (self, other, walk->step + direction);
    }

  if (--self->pending == 0)
    show_line (self);
}

static void
walk_from (OctLineage *self, guint32 urn, int step)
{
  Walk *walk = g_new0 (Walk, 1);

  walk->lineage = g_object_ref (self);
  walk->urn = urn;
  walk->step = step;
  self->pending++;
  oct_session_read_links_async (self->session, urn, self->cancellable, links_read_cb, walk);
}

static void
stop (OctLineage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_ptr_array_set_size (self->ancestors, 0);
  self->pending = 0;
}

static void
oct_lineage_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_EMPTY:
      g_value_set_boolean (value, OCT_LINEAGE (object)->empty);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_lineage_dispose (GObject *object)
{
  stop (OCT_LINEAGE (object));
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_lineage_parent_class)->dispose (object);
}

static void
oct_lineage_finalize (GObject *object)
{
  g_ptr_array_unref (OCT_LINEAGE (object)->ancestors);

  G_OBJECT_CLASS (oct_lineage_parent_class)->finalize (object);
}

static void
oct_lineage_class_init (OctLineageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = oct_lineage_dispose;
  object_class->finalize = oct_lineage_finalize;
  object_class->get_property = oct_lineage_get_property;

  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-lineage.ui");
  gtk_widget_class_bind_template_child (widget_class, OctLineage, box);
}

static void
oct_lineage_init (OctLineage *self)
{
  self->ancestors = g_ptr_array_new_with_free_func ((GDestroyNotify) ancestor_free);
  self->empty = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_lineage_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
oct_lineage_new (void)
{
  return g_object_new (OCT_TYPE_LINEAGE, NULL);
}

/**
 * oct_lineage_load:
 * @session: where to read
 * @urn: the school in the middle
 *
 * Reads the links of a school and theirs, and shows the line when it is complete.
 */
void
oct_lineage_load (OctLineage *self, OctSession *session, guint32 urn)
{
  OctRegister *reg = oct_session_get_register (session);
  OctSchoolFacts facts;
  guint row;

  g_return_if_fail (OCT_IS_LINEAGE (self));

  stop (self);
  self->all = FALSE;
  self->empty = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
  if (reg == NULL || !oct_index_find_urn (oct_register_get_index (reg), urn, &row)
      || !oct_index_get_facts (oct_register_get_index (reg), row, &facts))
    return;

  self->session = g_object_ref (session);
  self->cancellable = g_cancellable_new ();
  add_ancestor (self, urn, 0, facts.name, NULL, OCT_DATE_UNKNOWN);
  walk_from (self, urn, 0);
}

/**
 * oct_lineage_is_empty:
 *
 * Returns: whether the school has neither predecessors nor successors, as far as was read
 */
gboolean
oct_lineage_is_empty (OctLineage *self)
{
  g_return_val_if_fail (OCT_IS_LINEAGE (self), TRUE);

  return self->empty;
}
