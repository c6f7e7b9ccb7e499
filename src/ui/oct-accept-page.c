/* Reviewing what the register says of the trust; see the header.
 *
 * Location: "accept". Differences stand in sections by kind, each with a check for all of it. What
 * is checked is accepted with one button, as one edit; what isn't is put off until the next
 * register. Below stand the schools that are no longer in the trust, whose judgements can be read.
 */

#include "oct-accept-page.h"

#include <glib/gi18n.h>

#include "oct-accept-row.h"
#include "oct-acceptance.h"
#include "oct-section.h"

struct _OctAcceptPage
{
  OctPage parent_instance;

  /* template */
  GtkLabel *heading;
  GtkLabel *explanation;
  GtkButton *way_out;
  GtkBox *sections;
  OctSection *left_section;
  GtkListBox *left_list;
  GtkActionBar *bar;
  GtkButton *accept_button;

  /* owned */
  GSignalGroup *acceptance_signals;
  GSignalGroup *workbench_signals;
  GPtrArray *rows; /* of OctAcceptRow, borrowed from the sections */

  gboolean updating;
  gboolean accepting;
};

G_DEFINE_FINAL_TYPE (OctAcceptPage, oct_accept_page, OCT_TYPE_PAGE)

static OctAcceptance *
get_acceptance (OctAcceptPage *self)
{
  return oct_session_get_acceptance (oct_page_get_session (OCT_PAGE (self)));
}

/* --- the head --- */

static void
say (OctAcceptPage *self, const char *heading, const char *explanation, const char *button,
     const char *location)
{
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->explanation, explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->way_out), button != NULL);
  if (button == NULL)
    return;
  gtk_button_set_label (self->way_out, button);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->way_out), "s", location);
}

/* The date of the register that was accepted, where it is the same for all that differs. */
static OctDate
find_accepted (GPtrArray *differences)
{
  OctDate accepted = OCT_DATE_UNKNOWN;

  for (guint i = 0; i < differences->len; i++)
    {
      const OctDifference *difference = g_ptr_array_index (differences, i);

      if (difference->accepted == OCT_DATE_UNKNOWN)
        continue;
      if (accepted != OCT_DATE_UNKNOWN && accepted != difference->accepted)
        return OCT_DATE_UNKNOWN;
      accepted = difference->accepted;
    }

  return accepted;
}

/* "1 school joined, 1 school renamed", as a heading. */
static char *
make_heading (OctAcceptance *acceptance)
{
  g_autofree char *text = oct_acceptance_describe (acceptance);
  g_autofree char *first = g_utf8_strup (text, (gssize) (g_utf8_next_char (text) - text));

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

static char *
explain_open (OctAcceptance *acceptance)
{
  OctDate accepted = find_accepted (oct_acceptance_get_differences (acceptance));
  OctDate as_at = oct_acceptance_get_as_at (acceptance);
  g_autofree char *before = oct_date_to_text (accepted);
  g_autofree char *now = oct_date_to_text (as_at);

  if (accepted == OCT_DATE_UNKNOWN || accepted == as_at)
    /* Translators: %s is a day. */
    return g_strdup_printf (
      _("By the register of %s. Take over what is right. What was recorded for "
        "a school is kept in any case; what is accepted can’t be undone."),
      now);

  /* Translators: both are days. */
  return g_strdup_printf (_("By the register of %s; the workspace accepted that of %s. Take over "
                            "what is right. What was recorded for a school is kept in any case; "
                            "what is accepted can’t be undone."),
                          now, before);
}

static void
say_compared (OctAcceptPage *self, OctAcceptance *acceptance)
{
  guint n = oct_acceptance_get_differences (acceptance)->len;
  guint n_open = oct_acceptance_count_open (acceptance);
  g_autofree char *day = oct_date_to_text (oct_acceptance_get_as_at (acceptance));
  g_autofree char *text = NULL;

  if (n == 0)
    {
      /* Translators: %s is a day. */
      text = g_strdup_printf (_("The workspace has accepted all that the register of %s says of "
                                "the trust and its schools."),
                              day);
      say (self, _("Nothing differs"), text, _("Our trust"), "our-trust");
      return;
    }
  if (n_open > 0)
    {
      g_autofree char *heading = make_heading (acceptance);

      text = explain_open (acceptance);
      say (self, heading, text, NULL, NULL);
      return;
    }
  /* Translators: %s is a day. */
  text = g_strdup_printf (_("These differ from the register of %s and are put off until there is "
                            "another one. You can still accept them."),
                          day);
  say (self, _("Put off until the next register"), text, NULL, NULL);
}

static void
say_state (OctAcceptPage *self, OctAcceptance *acceptance)
{
  switch (oct_acceptance_get_state (acceptance))
    {
    case OCT_ACCEPTANCE_NO_WORKSPACE:
      say (self, _("No trust is chosen yet"),
           _("Choose your trust. When a newer register differs from what you know of its schools, "
             "the changes stand here."),
           _("Our trust"), "our-trust");
      break;
    case OCT_ACCEPTANCE_NO_REGISTER:
      say (
        self, _("No register yet"),
        _("Import the public file, and what differs from what this workspace knows stands here."),
        _("How to get the file"), "home");
      break;
    case OCT_ACCEPTANCE_BY_HAND:
      say (self, _("This trust was entered by hand"),
           _("So there is nothing in the register to compare it with."), _("Our trust"),
           "our-trust");
      break;
    case OCT_ACCEPTANCE_NOT_FOUND:
      say (
        self, _("The register doesn’t have this trust"),
        _("Neither the trust nor any of its schools is in the register that was imported. Import "
          "the file with all establishments to compare them."),
        _("Sources"), "sources");
      break;
    case OCT_ACCEPTANCE_OLDER:
      say (self, _("The register is older than what was accepted"),
           _("Import a newer one to see what changed."), _("Sources"), "sources");
      break;
    case OCT_ACCEPTANCE_COMPARING:
      say (self, _("Comparing with the register…"), "", NULL, NULL);
      break;
    case OCT_ACCEPTANCE_COMPARED:
    default:
      say_compared (self, acceptance);
      break;
    }
}

/* --- the bar --- */

static void
update_bar (OctAcceptPage *self)
{
  guint n = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    if (oct_accept_row_get_active (g_ptr_array_index (self->rows, i)))
      n++;
  label = n == 0 ? g_strdup (_("_Accept"))
                 : g_strdup_printf (ngettext ("_Accept %u change", "_Accept %u changes", n), n);
  gtk_button_set_label (self->accept_button, label);
  gtk_action_bar_set_revealed (self->bar, self->rows->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "accept.accept", n > 0 && !self->accepting);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "accept.not-now",
                                 self->rows->len > 0 && !self->accepting
                                   && oct_acceptance_count_open (get_acceptance (self)) > 0);
}

/* --- the sections --- */

static void
update_all_check (GtkListBox *list)
{
  GtkCheckButton *all = g_object_get_data (G_OBJECT (list), "oct-all");
  guint n = 0;
  guint n_active = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      n++;
      if (oct_accept_row_get_active (OCT_ACCEPT_ROW (row)))
        n_active++;
    }
  if (all == NULL)
    return;
  gtk_check_button_set_inconsistent (all, n_active > 0 && n_active < n);
  gtk_check_button_set_active (all, n_active == n);
}

static void
row_active_cb (OctAcceptRow *row, GParamSpec *pspec, OctAcceptPage *self)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (row));

  if (self->updating)
    return;
  self->updating = TRUE;
  if (list != NULL)
    update_all_check (GTK_LIST_BOX (list));
  self->updating = FALSE;
  update_bar (self);
}

static void
all_toggled_cb (GtkCheckButton *all, OctAcceptPage *self)
{
  GtkWidget *list = g_object_get_data (G_OBJECT (all), "oct-list");
  gboolean active = gtk_check_button_get_active (all);

  if (self->updating)
    return;
  self->updating = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    oct_accept_row_set_active (OCT_ACCEPT_ROW (row), active);
  update_all_check (GTK_LIST_BOX (list));
  self->updating = FALSE;
  update_bar (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  OctAcceptRow *self = OCT_ACCEPT_ROW (row);

  oct_accept_row_set_active (self, !oct_accept_row_get_active (self));
}

/* Where there are several of a kind, one check stands for all of them. */
static void
add_all_check (OctAcceptPage *self, OctSection *section, GtkWidget *list)
{
  GtkWidget *all = gtk_check_button_new_with_label (_("All"));

  g_object_set_data (G_OBJECT (all), "oct-list", list);
  g_object_set_data (G_OBJECT (list), "oct-all", all);
  g_signal_connect (all, "toggled", G_CALLBACK (all_toggled_cb), self);
  oct_section_set_suffix (section, all);
}

static GtkWidget *
add_section (OctAcceptPage *self, OctDifferenceKind kind, guint n)
{
  const char *title = oct_difference_kind_title (kind);
  GtkWidget *section = oct_section_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "oct-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  oct_section_set_content (OCT_SECTION (section), list);
  if (n > 1 && kind != OCT_DIFFERENCE_SPLIT)
    add_all_check (self, OCT_SECTION (section), list);
  gtk_box_append (self->sections, section);

  return list;
}

static guint
count_kind (GPtrArray *differences, OctDifferenceKind kind)
{
  guint n = 0;

  for (guint i = 0; i < differences->len; i++)
    if (((const OctDifference *) g_ptr_array_index (differences, i))->kind == kind)
      n++;

  return n;
}

static void
fill_section (OctAcceptPage *self, OctAcceptance *acceptance, OctDifferenceKind kind)
{
  GPtrArray *differences = oct_acceptance_get_differences (acceptance);
  guint n = count_kind (differences, kind);
  GtkWidget *list;

  if (n == 0)
    return;
  list = add_section (self, kind, n);
  for (guint i = 0; i < differences->len; i++)
    {
      OctDifference *difference = g_ptr_array_index (differences, i);
      GtkWidget *row;

      if (difference->kind != kind)
        continue;
      row = oct_accept_row_new (difference, find_accepted (differences));
      oct_accept_row_set_active (OCT_ACCEPT_ROW (row),
                                 !oct_acceptance_is_put_off (acceptance, difference));
      g_signal_connect (row, "notify::active", G_CALLBACK (row_active_cb), self);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      g_ptr_array_add (self->rows, row);
    }
  update_all_check (GTK_LIST_BOX (list));
}

static void
show_differences (OctAcceptPage *self)
{
  OctAcceptance *acceptance = get_acceptance (self);
  GtkWidget *child;

  self->updating = TRUE;
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  for (guint kind = 0; kind < OCT_N_DIFFERENCES; kind++)
    fill_section (self, acceptance, (OctDifferenceKind) kind);
  gtk_widget_set_visible (GTK_WIDGET (self->sections), self->rows->len > 0);
  self->updating = FALSE;
  say_state (self, acceptance);
  update_bar (self);
}

/* --- schools that left --- */

static char *
describe_left (OctAssessment *assessment, const OctOwnSchool *school)
{
  const OctOwnSchool *whole = oct_assessment_find_school (assessment, school->part_of);
  g_autofree char *day = oct_date_to_text (school->left);

  if (whole != NULL)
    /* Translators: the first %s is a school, the second a day. */
    return g_strdup_printf (_("Part of %s since %s"), whole->name, day);

  /* Translators: %s is a day. */
  return g_strdup_printf (_("Until %s"), day);
}

static void
show_left (OctAcceptPage *self)
{
  OctSession *session = oct_page_get_session (OCT_PAGE (self));
  OctAssessment *assessment = oct_workbench_get_assessment (oct_session_get_workbench (session));
  GPtrArray *left = assessment != NULL ? oct_assessment_get_left_schools (assessment) : NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->left_list))) != NULL)
    gtk_list_box_remove (self->left_list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->left_section), left != NULL && left->len > 0);
  for (guint i = 0; left != NULL && i < left->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (left, i);
      g_autofree char *subtitle = describe_left (assessment, school);
      g_autofree char *location = g_strdup_printf ("judge/%s", school->id);

      row = adw_action_row_new ();
      g_object_set (row, "use-markup", FALSE, "title", school->name, "subtitle", subtitle,
                    "activatable", TRUE, "action-name", "win.go", NULL);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", location);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_append (self->left_list, row);
    }
}

/* --- actions --- */

static void
accepted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctAcceptPage) self = OCT_ACCEPT_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  self->accepting = FALSE;
  if (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _("Accepted. History shows each value before and after."));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  update_bar (self);
}

/* What isn't checked is put off: that is what leaving it unchecked means. */
static void
accept_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctAcceptPage *self = OCT_ACCEPT_PAGE (widget);
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (OctDecision));
  g_autoptr (GPtrArray) put_off = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_difference_unref);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_difference_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      OctAcceptRow *row = g_ptr_array_index (self->rows, i);
      OctDifference *difference = oct_difference_ref (oct_accept_row_get_difference (row));
      OctDecision decision = { difference, oct_accept_row_get_urn (row) };

      if (!oct_accept_row_get_active (row))
        {
          g_ptr_array_add (put_off, difference);
          continue;
        }
      g_ptr_array_add (held, difference);
      g_array_append_val (decisions, decision);
    }
  if (decisions->len == 0 || self->accepting)
    return;
  self->accepting = TRUE;
  if (put_off->len > 0)
    oct_acceptance_put_off (get_acceptance (self), put_off);
  oct_acceptance_accept_async (get_acceptance (self), (const OctDecision *) decisions->data,
                               decisions->len, accepted_cb, g_object_ref (self));
  update_bar (self);
}

static void
not_now_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctAcceptPage *self = OCT_ACCEPT_PAGE (widget);

  oct_acceptance_put_off (get_acceptance (self),
                          oct_acceptance_get_differences (get_acceptance (self)));
  gtk_widget_activate_action (widget, "win.toast", "s",
                              _("Put off until there is another register"));
}

/* --- class --- */

static void
oct_accept_page_show_location (OctPage *page, const char *location)
{
  OctAcceptPage *self = OCT_ACCEPT_PAGE (page);
  OctSession *session = oct_page_get_session (page);

  oct_page_set_title (page, _("Review changes"));
  g_signal_group_set_target (self->acceptance_signals, get_acceptance (self));
  g_signal_group_set_target (self->workbench_signals, oct_session_get_workbench (session));
  show_differences (self);
  show_left (self);
}

static void
oct_accept_page_dispose (GObject *object)
{
  OctAcceptPage *self = OCT_ACCEPT_PAGE (object);

  if (self->acceptance_signals != NULL)
    g_signal_group_set_target (self->acceptance_signals, NULL);
  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->acceptance_signals);
  g_clear_object (&self->workbench_signals);

  G_OBJECT_CLASS (oct_accept_page_parent_class)->dispose (object);
}

static void
oct_accept_page_finalize (GObject *object)
{
  g_ptr_array_unref (OCT_ACCEPT_PAGE (object)->rows);

  G_OBJECT_CLASS (oct_accept_page_parent_class)->finalize (object);
}

static void
oct_accept_page_class_init (OctAcceptPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_accept_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_accept_page_finalize;
  OCT_PAGE_CLASS (klass)->show = oct_accept_page_show_location;

  gtk_widget_class_install_action (widget_class, "accept.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "accept.not-now", NULL, not_now_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "accept.accept", NULL);
  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-accept-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctAcceptPage, heading);
  gtk_widget_class_bind_template_child (widget_class, OctAcceptPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, OctAcceptPage, way_out);
  gtk_widget_class_bind_template_child (widget_class, OctAcceptPage, sections);
  gtk_widget_class_bind_template_child (widget_class, OctAcceptPage, left_section);
  gtk_widget_class_bind_template_child (widget_class, OctAcceptPage, left_list);
  gtk_widget_class_bind_template_child (widget_class, OctAcceptPage, bar);
  gtk_widget_class_bind_template_child (widget_class, OctAcceptPage, accept_button);
}

static void
oct_accept_page_init (OctAcceptPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->acceptance_signals = g_signal_group_new (OCT_TYPE_ACCEPTANCE);
  g_signal_group_connect_swapped (self->acceptance_signals, "changed",
                                  G_CALLBACK (show_differences), self);
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (show_left), self);
}
