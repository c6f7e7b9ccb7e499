/* What every page of the window has in common: the session, a title, a location and, if it likes,
 * widgets in the header bar.
 *
 * Pages are made once and kept, so that a list is still where it was when one comes back; showing
 * one again with another location is what moves it.
 */

#include "oct-page.h"

#include "oct-focus.h"

typedef struct
{
  /* owned */
  OctSession *session;
  char *title;
  char *location;
  GtkWidget *header;

  gboolean awaits; /* the focus, unless somebody moves it from where it is meanwhile */
  GWeakRef meanwhile;
} OctPagePrivate;

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_TITLE,
  PROP_LOCATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (OctPage, oct_page, ADW_TYPE_BIN)

static void
oct_page_dispose (GObject *object)
{
  OctPagePrivate *priv = oct_page_get_instance_private (OCT_PAGE (object));

  g_clear_object (&priv->header);
  G_OBJECT_CLASS (oct_page_parent_class)->dispose (object);
}

static void
oct_page_finalize (GObject *object)
{
  OctPagePrivate *priv = oct_page_get_instance_private (OCT_PAGE (object));

  g_clear_object (&priv->session);
  g_free (priv->title);
  g_free (priv->location);
  g_weak_ref_clear (&priv->meanwhile);
  G_OBJECT_CLASS (oct_page_parent_class)->finalize (object);
}

static void
oct_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OctPagePrivate *priv = oct_page_get_instance_private (OCT_PAGE (object));

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_LOCATION:
      g_value_set_string (value, priv->location);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OctPage *self = OCT_PAGE (object);
  OctPagePrivate *priv = oct_page_get_instance_private (self);

  switch (id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      oct_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_LOCATION:
      oct_page_set_location (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_page_class_init (OctPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = oct_page_dispose;
  object_class->finalize = oct_page_finalize;
  object_class->get_property = oct_page_get_property;
  object_class->set_property = oct_page_set_property;
  GTK_WIDGET_CLASS (klass)->focus = oct_focus_child;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCT_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string (
    "title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOCATION] = g_param_spec_string ("location", NULL, NULL, "",
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                     | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
oct_page_init (OctPage *self)
{
  OctPagePrivate *priv = oct_page_get_instance_private (self);

  priv->title = g_strdup ("");
  priv->location = g_strdup ("");
  g_weak_ref_init (&priv->meanwhile, NULL);
}

/**
 * oct_page_get_session:
 * @self: a page
 *
 * Returns: (transfer none): the session the page shows
 */
OctSession *
oct_page_get_session (OctPage *self)
{
  OctPagePrivate *priv = oct_page_get_instance_private (self);

  g_return_val_if_fail (OCT_IS_PAGE (self), NULL);

  return priv->session;
}

/**
 * oct_page_get_title:
 * @self: a page
 *
 * Returns: what the header bar says, never %NULL
 */
const char *
oct_page_get_title (OctPage *self)
{
  OctPagePrivate *priv = oct_page_get_instance_private (self);

  g_return_val_if_fail (OCT_IS_PAGE (self), NULL);

  return priv->title;
}

/**
 * oct_page_set_title:
 * @self: a page
 * @title: (nullable): what the header bar is to say
 *
 * Sets the title of a page.
 */
void
oct_page_set_title (OctPage *self, const char *title)
{
  OctPagePrivate *priv = oct_page_get_instance_private (self);

  g_return_if_fail (OCT_IS_PAGE (self));

  if (title == NULL)
    title = "";
  if (g_str_equal (title, priv->title))
    return;
  g_free (priv->title);
  priv->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * oct_page_get_location:
 * @self: a page
 *
 * Returns: where the page is, "" before it was first shown
 */
const char *
oct_page_get_location (OctPage *self)
{
  OctPagePrivate *priv = oct_page_get_instance_private (self);

  g_return_val_if_fail (OCT_IS_PAGE (self), NULL);

  return priv->location;
}

/**
 * oct_page_set_location:
 * @self: a page
 * @location: (nullable): what the page shows now, beginning with its own kind
 *
 * Says that the state of the page changed without going anywhere.
 */
void
oct_page_set_location (OctPage *self, const char *location)
{
  OctPagePrivate *priv = oct_page_get_instance_private (self);

  g_return_if_fail (OCT_IS_PAGE (self));

  if (location == NULL)
    location = "";
  if (g_str_equal (location, priv->location))
    return;
  g_free (priv->location);
  priv->location = g_strdup (location);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCATION]);
}

/**
 * oct_page_show:
 * @self: a page
 * @location: where to, beginning with the page's own kind
 *
 * Goes to a location of this page. Called by the window.
 */
void
oct_page_show (OctPage *self, const char *location)
{
  g_autofree char *copy = g_strdup (location);

  g_return_if_fail (OCT_IS_PAGE (self));
  g_return_if_fail (location != NULL);

  oct_page_set_location (self, copy);
  if (OCT_PAGE_GET_CLASS (self)->show != NULL)
    OCT_PAGE_GET_CLASS (self)->show (self, copy);
}

/**
 * oct_page_add_header_widget:
 * @self: a page
 * @widget: a button or the like
 *
 * Adds a widget to those that stand in the window's header bar while this page is shown. Keep them
 * few and small: the window may be 360 pixels wide.
 */
void
oct_page_add_header_widget (OctPage *self, GtkWidget *widget)
{
  OctPagePrivate *priv = oct_page_get_instance_private (self);

  g_return_if_fail (OCT_IS_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (priv->header == NULL)
    priv->header = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_append (GTK_BOX (priv->header), widget);
}

/**
 * oct_page_get_header:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the page's widgets for the header bar
 */
GtkWidget *
oct_page_get_header (OctPage *self)
{
  OctPagePrivate *priv = oct_page_get_instance_private (self);

  g_return_val_if_fail (OCT_IS_PAGE (self), NULL);

  return priv->header;
}

/* --- the focus --- */

static GtkWidget *
get_focus (OctPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* A page may know better than its first widget. */
static gboolean
focus_page (OctPage *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self))
         || gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * oct_page_take_focus:
 * @self: a page that is shown
 * @sidebar: what leads from page to page
 * @arrived: it wasn't shown before
 *
 * Somebody who came here by the keyboard goes on in the page, not in the header bar; whoever is in
 * the sidebar stays there, to walk on through it. Called by the window.
 */
void
oct_page_take_focus (OctPage *self, GtkWidget *sidebar, gboolean arrived)
{
  GtkWidget *focus;
  gboolean inside;

  g_return_if_fail (OCT_IS_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (sidebar));

  focus = get_focus (self);
  inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  if (focus != NULL && gtk_widget_is_ancestor (focus, sidebar))
    return;
  /* The stack has given the focus to its first widget. */
  if (inside && arrived)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else if (!inside)
    focus_page (self);
}

/**
 * oct_page_await_focus:
 * @self: a page with nothing in it yet that could have the focus
 *
 * Gives the focus to the page as soon as it shows a part that takes it, unless somebody has moved the
 * focus by then from where it is now. Called by the window when it was shown, and put its focus
 * somewhere, which nobody chose.
 */
void
oct_page_await_focus (OctPage *self)
{
  OctPagePrivate *priv = oct_page_get_instance_private (self);

  g_return_if_fail (OCT_IS_PAGE (self));

  priv->awaits = TRUE;
  g_weak_ref_set (&priv->meanwhile, get_focus (self));
}

static void
take_awaited_focus (OctPage *self)
{
  OctPagePrivate *priv = oct_page_get_instance_private (self);
  GtkWidget *focus = get_focus (self);
  g_autoptr (GtkWidget) meanwhile = g_weak_ref_get (&priv->meanwhile);

  if (!priv->awaits)
    return;
  priv->awaits = gtk_widget_get_mapped (GTK_WIDGET (self)) && (focus == NULL || focus == meanwhile)
                 && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
  if (priv->awaits)
    priv->awaits = !focus_page (self);
}

/**
 * oct_page_show_part:
 * @stack: the parts of a page, all of them hidden in its template
 * @name: the name of one
 *
 * Shows one part and hides the others. A stack alone only keeps the others from being drawn: they would
 * still be styled, and their icons loaded.
 */
void
oct_page_show_part (GtkStack *stack, const char *name)
{
  GtkWidget *part;
  GtkWidget *page;

  g_return_if_fail (GTK_IS_STACK (stack));
  g_return_if_fail (name != NULL);

  part = gtk_stack_get_child_by_name (stack, name);
  g_return_if_fail (part != NULL);

  gtk_widget_set_visible (part, TRUE);
  gtk_stack_set_visible_child (stack, part);
  for (GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (stack)); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    gtk_widget_set_visible (other, other == part);
  page = gtk_widget_get_ancestor (GTK_WIDGET (stack), OCT_TYPE_PAGE);
  if (page != NULL)
    take_awaited_focus (OCT_PAGE (page));
}
