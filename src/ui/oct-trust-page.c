/* One trust, or another group of schools: overview, schools, and side by side with others.
 *
 * The overview holds what one wants to know before a visit: figures, map, phases, growth, changes
 * and the facts of the register. Which of the three parts is shown, and which trusts are compared,
 * is in the location, so that back leads where one was.
 */

#include "oct-trust-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-location.h"
#include "oct-print.h"
#include "oct-record-header.h"
#include "oct-text.h"
#include "oct-trust-compare.h"
#include "oct-trust-overview.h"
#include "oct-trust-schools.h"

struct _OctTrustPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  AdwStatusPage *missing;
  OctRecordHeader *header;
  GtkButton *own_button;
  GtkLabel *own_label;
  AdwViewSwitcher *switcher;
  AdwViewStack *parts;
  OctTrustOverview *overview;
  OctTrustSchools *schools;
  OctTrustCompare *compare;

  guint32 uid;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctTrustPage, oct_trust_page, OCT_TYPE_PAGE)

static OctSession *
get_session (OctTrustPage *self)
{
  return oct_page_get_session (OCT_PAGE (self));
}

static const OctTrustFacts *
get_facts (OctTrustPage *self)
{
  OctRegister *reg = oct_session_get_register (get_session (self));
  OctTrust *trust = reg != NULL ? oct_register_get_trust (reg, self->uid) : NULL;

  return trust != NULL ? oct_trust_get_facts (trust) : NULL;
}

static void
show_star (OctTrustPage *self)
{
  oct_record_header_set_starred (self->header,
                                 oct_session_is_trust_starred (get_session (self), self->uid));
}

static void
show_own (OctTrustPage *self)
{
  const OctTrustFacts *facts = get_facts (self);
  gboolean own = oct_session_get_trust_uid (get_session (self)) == self->uid;

  gtk_widget_set_visible (GTK_WIDGET (self->own_button),
                          !own && facts != NULL && oct_group_type_is_trust (facts->type));
  gtk_widget_set_visible (GTK_WIDGET (self->own_label), own);
}

static void
star_toggled_cb (OctTrustPage *self, gboolean starred)
{
  if (self->uid != 0)
    oct_session_set_trust_starred (get_session (self), self->uid, starred);
}

static void
own_clicked_cb (OctTrustPage *self)
{
  oct_session_set_trust_uid (get_session (self), self->uid);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _("This is your trust now: the home page shows it"));
}

static void
update_location (OctTrustPage *self)
{
  g_autofree char *start = oct_text_trust_location (self->uid);
  g_autoptr (GString) location = g_string_new (start);
  g_autofree char *others = oct_trust_compare_get_others (self->compare);
  const char *part = adw_view_stack_get_visible_child_name (self->parts);

  if (others[0] != '\0')
    oct_location_append (location, "compare", others);
  if (g_strcmp0 (part, "overview") != 0)
    oct_location_append (location, "show", part);
  oct_page_set_location (OCT_PAGE (self), location->str);
}

static void
part_changed_cb (OctTrustPage *self)
{
  if (!self->updating && self->uid != 0)
    update_location (self);
}

static void
compare_changed_cb (OctTrustPage *self)
{
  update_location (self);
}

static char *
describe_status (const OctTrustFacts *facts)
{
  g_autofree char *date = NULL;

  if (facts->open)
    return g_strdup_printf ("● %s", _("Open"));
  if (facts->closed == OCT_DATE_UNKNOWN)
    return g_strdup_printf ("○ %s", _("Closed"));
  date = oct_text_date (facts->closed);
  /* Translators: the day a trust closed. */
  return g_strdup_printf (_("○ Closed on %s"), date);
}

static void
show_header (OctTrustPage *self, const OctTrustFacts *facts)
{
  g_autofree char *status = describe_status (facts);
  g_autoptr (GString) kind = g_string_new (oct_group_type_label (facts->type));

  if (facts->main_region != NULL && facts->main_region[0] != '\0')
    g_string_append_printf (kind, " · %s", facts->main_region);

  oct_record_header_set_name (self->header, facts->name);
  oct_record_header_set_status (self->header, status);
  oct_record_header_set_kind (self->header, kind->str);
  oct_page_set_title (OCT_PAGE (self), facts->name);
  show_star (self);
  show_own (self);
}

static void
show_missing (OctTrustPage *self)
{
  gboolean no_register = oct_session_get_register (get_session (self)) == NULL;
  g_autofree char *title = NULL;

  title = no_register ? g_strdup (_("No register yet"))
                      : g_strdup_printf (_("No trust with UID %u"), self->uid);
  adw_status_page_set_title (self->missing, title);
  adw_status_page_set_description (
    self->missing, no_register
                     ? _("Import the public file of schools first: the home page says where to "
                         "get it.")
                     : _("The register that is imported doesn’t hold it. Import the groups "
                         "file, or search all trusts."));
  oct_page_set_title (OCT_PAGE (self), _("Trust"));
  gtk_stack_set_visible_child_name (self->stack, "missing");
}

static void
refresh (OctTrustPage *self, const char *others)
{
  const OctTrustFacts *facts = get_facts (self);

  if (facts == NULL)
    {
      show_missing (self);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "trust");
  show_header (self, facts);
  oct_trust_overview_load (self->overview, get_session (self), self->uid);
  oct_trust_schools_load (self->schools, get_session (self), self->uid);
  oct_trust_compare_load (self->compare, get_session (self), self->uid, others);
}

static void
register_changed_cb (OctTrustPage *self)
{
  g_autofree char *others = oct_trust_compare_get_others (self->compare);

  if (self->uid != 0)
    refresh (self, others);
}

static void
oct_trust_page_show (OctPage *page, const char *location)
{
  OctTrustPage *self = OCT_TRUST_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  const char *part = g_hash_table_lookup (values, "show");
  const char *others = g_hash_table_lookup (values, "compare");

  if (part == NULL || adw_view_stack_get_child_by_name (self->parts, part) == NULL)
    part = others != NULL ? "compare" : "overview";
  self->uid = oct_location_get_number (location);
  self->updating = TRUE;
  adw_view_stack_set_visible_child_name (self->parts, part);
  self->updating = FALSE;
  refresh (self, others);
}

static void
oct_trust_page_copy (OctPage *page)
{
  OctTrustPage *self = OCT_TRUST_PAGE (page);
  g_autofree char *text = NULL;

  if (get_facts (self) == NULL)
    return;

  text = oct_trust_compare_to_text (self->compare);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("The trust’s figures copied"));
}

static void
oct_trust_page_export (OctPage *page)
{
  OctTrustPage *self = OCT_TRUST_PAGE (page);

  if (get_facts (self) != NULL)
    oct_trust_schools_export (self->schools);
}

static void
oct_trust_page_print (OctPage *page)
{
  OctTrustPage *self = OCT_TRUST_PAGE (page);
  OctChart *map = oct_trust_overview_get_map (self->overview);

  if (map != NULL && get_facts (self) != NULL)
    oct_print_chart (GTK_WIDGET (self), map, oct_page_get_title (page));
}

static void
oct_trust_page_constructed (GObject *object)
{
  OctTrustPage *self = OCT_TRUST_PAGE (object);
  OctSession *session = get_session (self);

  G_OBJECT_CLASS (oct_trust_page_parent_class)->constructed (object);

  g_signal_connect_object (session, "notify::register", G_CALLBACK (register_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::trust-uid", G_CALLBACK (show_own), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "stars-changed", G_CALLBACK (show_star), self,
                           G_CONNECT_SWAPPED);
}

static void
oct_trust_page_dispose (GObject *object)
{
  OCT_TRUST_PAGE (object)->updating = TRUE;
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_trust_page_parent_class)->dispose (object);
}

/* The tab that is shown comes before the star above it: a stray Enter there changes nothing. */
static gboolean
oct_trust_page_grab_focus (GtkWidget *widget)
{
  OctTrustPage *self = OCT_TRUST_PAGE (widget);
  GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->switcher));

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "trust") != 0)
    return FALSE;
  for (; tab != NULL; tab = gtk_widget_get_next_sibling (tab))
    {
      if (GTK_IS_TOGGLE_BUTTON (tab) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tab)))
        return gtk_widget_grab_focus (tab);
    }
  return FALSE;
}

static GtkWidget *
find_scroller (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scroller (child);
  return found;
}

/* Page up and page down scroll the part that is shown, also while its tab has the focus. */
static gboolean
scroll_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkWidget *part = adw_view_stack_get_visible_child (OCT_TRUST_PAGE (widget)->parts);
  GtkWidget *scroller = part != NULL ? find_scroller (part) : NULL;
  gboolean handled = FALSE;

  if (scroller != NULL)
    g_signal_emit_by_name (scroller, "scroll-child", (GtkScrollType) g_variant_get_int32 (args),
                           FALSE, &handled);
  return handled;
}

static void
oct_trust_page_class_init (OctTrustPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  object_class->constructed = oct_trust_page_constructed;
  object_class->dispose = oct_trust_page_dispose;
  widget_class->grab_focus = oct_trust_page_grab_focus;
  page_class->show = oct_trust_page_show;
  page_class->copy = oct_trust_page_copy;
  page_class->export_ = oct_trust_page_export;
  page_class->print = oct_trust_page_print;

  g_type_ensure (OCT_TYPE_RECORD_HEADER);
  g_type_ensure (OCT_TYPE_TRUST_COMPARE);
  g_type_ensure (OCT_TYPE_TRUST_OVERVIEW);
  g_type_ensure (OCT_TYPE_TRUST_SCHOOLS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-trust-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctTrustPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctTrustPage, missing);
  gtk_widget_class_bind_template_child (widget_class, OctTrustPage, header);
  gtk_widget_class_bind_template_child (widget_class, OctTrustPage, own_button);
  gtk_widget_class_bind_template_child (widget_class, OctTrustPage, own_label);
  gtk_widget_class_bind_template_child (widget_class, OctTrustPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, OctTrustPage, parts);
  gtk_widget_class_bind_template_child (widget_class, OctTrustPage, overview);
  gtk_widget_class_bind_template_child (widget_class, OctTrustPage, schools);
  gtk_widget_class_bind_template_child (widget_class, OctTrustPage, compare);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, scroll_cb, "i",
                                GTK_SCROLL_PAGE_UP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, scroll_cb, "i",
                                GTK_SCROLL_PAGE_DOWN);
  gtk_widget_class_bind_template_callback (widget_class, star_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_changed_cb);
}

static void
oct_trust_page_init (OctTrustPage *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}
