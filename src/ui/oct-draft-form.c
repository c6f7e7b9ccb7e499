/* The form for a part of the draft; see the header.
 *
 * It is made anew when another part is chosen, or when the part got other fields; else what is there
 * shows what the draft says. What is typed and waits is kept before anything goes.
 */

#include "oct-draft-form.h"

#include <glib/gi18n.h>

#include "oct-draft-field.h"
#include "oct-draft-list.h"
#include "oct-section.h"

struct _OctDraftForm
{
  AdwBin parent_instance;

  /* owned */
  OctDraftWork *work; /* (nullable) */
  char *part;         /* (nullable) */
  char *shape;        /* (nullable): what the fields were made for */
  GPtrArray *fields;  /* of borrowed fields */
  GPtrArray *lists;   /* of borrowed OctDraftList */

  /* borrowed: children */
  GtkWidget *box;
  GtkWidget *message; /* (nullable) */
  GtkWidget *schools; /* (nullable): whether schools are asked as well */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctDraftForm, oct_draft_form, ADW_TYPE_BIN)

static const OctElement *
get_element (OctDraftForm *self)
{
  OctFramework *draft = oct_draft_work_get_draft (self->work);

  return draft != NULL ? oct_framework_find_element (draft, self->part) : NULL;
}

/* What decides which fields there are. */
static char *
make_shape (OctDraftForm *self)
{
  GString *shape = g_string_new (self->part);
  const OctElement *element = get_element (self);
  GPtrArray *stages = oct_framework_get_stages (oct_draft_work_get_draft (self->work));

  if (element == NULL)
    return g_string_free (shape, FALSE);
  g_string_append_printf (shape, " %d", (int) element->judged);
  for (guint i = 0; i < stages->len; i++)
    {
      const OctStage *stage = stages->pdata[i];

      if (!stage->retired)
        g_string_append_printf (shape, " %s", stage->key);
    }

  return g_string_free (shape, FALSE);
}

/* --- parts of the form --- */

static GtkWidget *
add_section (OctDraftForm *self, const char *title, const char *description)
{
  GtkWidget *section = oct_section_new (title);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);

  oct_section_set_description (OCT_SECTION (section), description);
  gtk_widget_add_css_class (content, "oct-draft-fields");
  oct_section_set_content (OCT_SECTION (section), content);
  gtk_box_append (GTK_BOX (self->box), section);

  return content;
}

static void
add_field (OctDraftForm *self, GtkWidget *content, const OctDraftText *text, const char *label,
           const char *hint, gboolean one_line)
{
  GtkWidget *field = oct_draft_field_new (self->work, text, label, hint, one_line);

  g_ptr_array_add (self->fields, field);
  gtk_box_append (GTK_BOX (content), field);
}

static void
add_list (OctDraftForm *self, OctFrameworkPart part, const char *title, const char *description)
{
  GtkWidget *section = oct_section_new (title);
  GtkWidget *list = oct_draft_list_new (self->work, part,
                                        part == OCT_PART_STAGE ? NULL : self->part);

  oct_section_set_description (OCT_SECTION (section), description);
  oct_section_set_content (OCT_SECTION (section), list);
  g_ptr_array_add (self->lists, list);
  gtk_box_append (GTK_BOX (self->box), section);
}

static GtkWidget *
add_message (OctDraftForm *self, GtkWidget *content)
{
  GtkWidget *message = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (message), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_widget_add_css_class (message, "oct-missing");
  gtk_box_append (GTK_BOX (content), message);

  return message;
}

static void
fill_frame (OctDraftForm *self)
{
  GtkWidget *content = add_section (self, _("The framework"), NULL);
  const OctDraftText name = { .part = OCT_PART_FRAME, .which = OCT_FRAME_NAME };
  const OctDraftText guidance = { .part = OCT_PART_FRAME, .which = OCT_FRAME_GUIDANCE };
  const OctDraftText source = { .part = OCT_PART_FRAME, .which = OCT_FRAME_SOURCE };

  self->message = add_message (self, content);
  add_field (self, content, &name, _("Name"), NULL, TRUE);
  add_field (self, content, &guidance, _("How to choose a stage"), NULL, FALSE);
  add_field (self, content, &source, _("Source"), _("What it is drawn from."), FALSE);
}

static void
schools_cb (OctDraftForm *self)
{
  OctFrameworkBuilder *builder;

  if (self->updating)
    return;
  builder = oct_draft_work_begin (self->work);
  oct_framework_builder_set_judged (
    builder, self->part,
    OCT_JUDGED_BY_TRUST
      | (gtk_switch_get_active (GTK_SWITCH (self->schools)) ? OCT_JUDGED_BY_SCHOOLS : 0),
    NULL);
  oct_draft_work_keep (self->work, builder, self->part, NULL);
}

static void
add_switch (OctDraftForm *self, GtkWidget *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("Each _school is asked as well"));

  self->schools = gtk_switch_new ();
  gtk_widget_set_valign (self->schools, GTK_ALIGN_CENTER);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->schools);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->schools),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->schools);
  gtk_box_append (GTK_BOX (content), box);
  g_signal_connect_swapped (self->schools, "notify::active", G_CALLBACK (schools_cb), self);
}

static void
fill_texts (OctDraftForm *self, const OctElement *element)
{
  static const struct
  {
    OctElementText which;
    const char *label;
    const char *hint;
    gboolean one_line;
    gboolean of_schools;
  } texts[] = {
    { OCT_ELEMENT_NAME, N_("Name"), NULL, TRUE, FALSE },
    { OCT_ELEMENT_SHORT_NAME, N_("Short name"), N_("For pictures: at most 24 characters."), TRUE,
      FALSE },
    { OCT_ELEMENT_SUMMARY, N_("What it is"), NULL, FALSE, FALSE },
    { OCT_ELEMENT_ASKS, N_("What it asks of a trust"), NULL, FALSE, FALSE },
    { OCT_ELEMENT_GIVE_QUESTION, N_("What a school gives"), N_("A question to a school."), FALSE,
      TRUE },
    { OCT_ELEMENT_GAIN_QUESTION, N_("What a school gains"), N_("A question to a school."), FALSE,
      TRUE },
  };
  g_autofree char *title = g_strdup_printf ("%u  %s", element->number, element->name);
  gboolean by_schools = (element->judged & OCT_JUDGED_BY_SCHOOLS) != 0;
  GtkWidget *content = add_section (self, title, NULL);

  self->message = add_message (self, content);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const OctDraftText text = { .part = OCT_PART_ELEMENT,
                                  .which = texts[i].which,
                                  .element = self->part };

      if (texts[i].which == OCT_ELEMENT_GIVE_QUESTION)
        add_switch (self, content);
      if (by_schools || !texts[i].of_schools)
        add_field (self, content, &text, _(texts[i].label),
                   texts[i].hint != NULL ? _(texts[i].hint) : NULL, texts[i].one_line);
    }
}

static void
fill_descriptors (OctDraftForm *self, const char *title, OctDescriptorText which)
{
  GPtrArray *stages = oct_framework_get_stages (oct_draft_work_get_draft (self->work));
  GtkWidget *content = add_section (self, title, NULL);

  for (guint i = 0; i < stages->len; i++)
    {
      const OctStage *stage = stages->pdata[i];
      const OctDraftText text = {
        .part = OCT_PART_DESCRIPTOR, .which = (int) which, .element = self->part, .key = stage->key
      };

      if (!stage->retired)
        add_field (self, content, &text, stage->name, NULL, FALSE);
    }
}

static void
add_sentence (GtkWidget *list, const char *sentence)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", sentence, "activatable", FALSE, NULL);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
fill_changes (OctDraftForm *self)
{
  g_auto (GStrv) changes = oct_draft_work_dup_changes (self->work);
  GtkWidget *section = oct_section_new (_("What changes"));
  GtkWidget *content = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (content), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (content, "oct-rows");
  for (guint i = 0; changes[i] != NULL; i++)
    add_sentence (content, changes[i]);
  if (changes[0] == NULL)
    add_sentence (content, _("Nothing yet. Choose an element and write."));
  else
    oct_section_set_description (OCT_SECTION (section),
                                 _("What was judged stays under the version it was judged by."));
  oct_section_set_content (OCT_SECTION (section), content);
  gtk_box_append (GTK_BOX (self->box), section);
}

static void
fill_element (OctDraftForm *self, const OctElement *element)
{
  gboolean by_schools = (element->judged & OCT_JUDGED_BY_SCHOOLS) != 0;

  fill_texts (self, element);
  add_list (self, OCT_PART_ASPECT, _("Aspects"),
            _("Alt+Up and Alt+Down move one. What was judged by is retired, never removed."));
  fill_descriptors (self, _("What one sees at each stage"), OCT_DESCRIPTOR_TRUST);
  if (by_schools)
    fill_descriptors (self, _("What a school sees in itself at each stage"), OCT_DESCRIPTOR_SCHOOL);
  add_list (self, OCT_PART_INDICATOR, _("Indicators"), NULL);
}

static void
make_anew (OctDraftForm *self)
{
  const OctElement *element = get_element (self);

  g_ptr_array_set_size (self->fields, 0);
  g_ptr_array_set_size (self->lists, 0);
  self->message = NULL;
  self->schools = NULL;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  if (g_str_equal (self->part, OCT_DRAFT_PART_CHANGES))
    fill_changes (self);
  else if (g_str_equal (self->part, OCT_DRAFT_PART_STAGES))
    add_list (self, OCT_PART_STAGE, _("Stages"),
              _("Steps, from the first to the last. Each element describes each of them."));
  else if (element != NULL)
    fill_element (self, element);
  else
    fill_frame (self);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

static void
show_values (OctDraftForm *self)
{
  const OctElement *element = get_element (self);
  const OctFrameworkProblem *problem = oct_framework_problem_of (
    oct_draft_work_get_problems (self->work), element != NULL ? OCT_PART_ELEMENT : OCT_PART_FRAME,
    element != NULL ? element->number : 0, "");

  for (guint i = 0; i < self->fields->len; i++)
    oct_draft_field_update (self->fields->pdata[i]);
  for (guint i = 0; i < self->lists->len; i++)
    oct_draft_list_update (self->lists->pdata[i]);
  if (self->message != NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->message), problem != NULL ? problem->message : "");
      gtk_widget_set_visible (self->message, problem != NULL);
    }
  if (self->schools != NULL)
    gtk_switch_set_active (GTK_SWITCH (self->schools),
                           (element->judged & OCT_JUDGED_BY_SCHOOLS) != 0);
}

/* --- class --- */

static void
oct_draft_form_dispose (GObject *object)
{
  OctDraftForm *self = OCT_DRAFT_FORM (object);

  g_clear_object (&self->work);
  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->shape, g_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);

  G_OBJECT_CLASS (oct_draft_form_parent_class)->dispose (object);
}

static void
oct_draft_form_class_init (OctDraftFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_draft_form_dispose;
}

static void
oct_draft_form_init (OctDraftForm *self)
{
  self->fields = g_ptr_array_new ();
  self->lists = g_ptr_array_new ();
}

/**
 * oct_draft_form_set_work:
 * @self: a form
 * @work: the draft
 */
void
oct_draft_form_set_work (OctDraftForm *self, OctDraftWork *work)
{
  g_return_if_fail (OCT_IS_DRAFT_FORM (self));

  g_set_object (&self->work, work);
}

/**
 * oct_draft_form_show:
 * @self: a form
 * @part: an element's key, or one of the names in the header
 *
 * Goes on to another part.
 */
void
oct_draft_form_show (OctDraftForm *self, const char *part)
{
  g_return_if_fail (OCT_IS_DRAFT_FORM (self));

  if (g_strcmp0 (self->part, part) == 0)
    return;
  oct_draft_form_commit (self);
  g_free (self->part);
  self->part = g_strdup (part);
  g_clear_pointer (&self->shape, g_free);
  oct_draft_form_update (self);
}

/**
 * oct_draft_form_update:
 * @self: a form
 *
 * Shows what the draft says now.
 */
void
oct_draft_form_update (OctDraftForm *self)
{
  g_autofree char *shape = NULL;

  if (self->updating || self->part == NULL || oct_draft_work_get_draft (self->work) == NULL)
    return;
  self->updating = TRUE;
  shape = make_shape (self);
  if (g_strcmp0 (shape, self->shape) != 0 || g_str_equal (self->part, OCT_DRAFT_PART_CHANGES))
    {
      oct_draft_form_commit (self);
      make_anew (self);
      g_free (self->shape);
      self->shape = g_steal_pointer (&shape);
    }
  show_values (self);
  self->updating = FALSE;
}

/**
 * oct_draft_form_commit:
 * @self: a form
 *
 * Keeps what is typed and waits.
 */
void
oct_draft_form_commit (OctDraftForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    oct_draft_field_commit (self->fields->pdata[i]);
  for (guint i = 0; i < self->lists->len; i++)
    oct_draft_list_commit (self->lists->pdata[i]);
}

/**
 * oct_draft_form_open:
 * @self: a form, which shows the part that @problem is in
 * @problem: what is to be put right
 *
 * Goes to where it is written.
 */
void
oct_draft_form_open (OctDraftForm *self, const OctFrameworkProblem *problem)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (problem->part != OCT_PART_DESCRIPTOR && *problem->key != '\0'
        && oct_draft_list_open (self->lists->pdata[i], problem->key))
      return;
  if (self->box != NULL)
    gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}
