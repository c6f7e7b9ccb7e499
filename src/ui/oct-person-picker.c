/* A small control that names a person by their post; see the header.
 *
 * Posts come by name, and those that begin with what is typed come first. A post that isn't found can
 * be added where one stands: its title is all that is needed.
 */

#include "oct-person-picker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-accessible.h"
#include "oct-focus.h"
#include "oct-fold.h"

#define MAX_OFFERED 50

#define PERSON "octant-person"

struct _OctPersonPicker
{
  AdwBin parent_instance;

  /* template */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkStack *stack;
  GtkSearchEntry *entry;
  GtkListBox *list;
  GtkButton *nobody;
  GtkEntry *post;
  GtkEntry *name;
  GtkButton *add;

  /* owned */
  OctWorkbench *workbench;
  char *person_id; /* (nullable) */
  char *role;      /* what the person is */
};

enum
{
  PICKED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctPersonPicker, oct_person_picker, ADW_TYPE_BIN)

static OctAssessment *
get_assessment (OctPersonPicker *self)
{
  return self->workbench != NULL ? oct_workbench_get_assessment (self->workbench) : NULL;
}

static const OctPerson *
find_person (OctPersonPicker *self)
{
  OctAssessment *assessment = get_assessment (self);

  return assessment != NULL && self->person_id != NULL
           ? oct_assessment_find_person (assessment, self->person_id)
           : NULL;
}

/* The button inside is what has the focus. */
static void
update (OctPersonPicker *self)
{
  const OctPerson *person = find_person (self);
  const char *text = person != NULL ? oct_person_to_text (person) : _("Nobody yet");
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (self->button));
  /* Translators: what somebody is, then their post: "Owner: Head of English". */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), self->role, text);

  gtk_label_set_label (self->label, text);
  if (person != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
pick (OctPersonPicker *self, const char *person_id)
{
  gtk_menu_button_popdown (self->button);
  if (g_strcmp0 (person_id, self->person_id) == 0)
    return;
  oct_person_picker_set_person (self, person_id);
  g_signal_emit (self, signals[PICKED], 0, self->person_id);
}

/* --- choosing --- */

/* 0: begins with it, 1: has a word that does, -1: neither. */
static int
match (const OctPerson *person, const char *typed)
{
  g_autofree char *both = g_strdup_printf ("%s %s", oct_person_to_text (person), person->name);
  g_autofree char *folded = oct_fold (both);
  g_autofree char *word = g_strdup_printf (" %s", typed);

  if (g_str_has_prefix (folded, typed))
    return 0;

  return strstr (folded, word) != NULL ? 1 : -1;
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (oct_person_to_text (*(const OctPerson *const *) a),
                         oct_person_to_text (*(const OctPerson *const *) b));
}

static GPtrArray *
find_people (OctPersonPicker *self)
{
  OctAssessment *assessment = get_assessment (self);
  GPtrArray *people = assessment != NULL ? oct_assessment_get_people (assessment) : NULL;
  g_autofree char *typed = oct_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      OctPerson *person = g_ptr_array_index (people, i);
      int how = match (person, typed);

      if (how >= 0)
        g_ptr_array_add (how == 0 ? found : others, person);
    }
  g_ptr_array_sort (found, compare_people);
  g_ptr_array_sort (others, compare_people);
  g_ptr_array_extend_and_steal (found, g_steal_pointer (&others));

  return found;
}

static GtkWidget *
make_row (const char *title, const char *subtitle, const char *icon)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  /* Not before, or the name is read as markup. */
  g_object_set (row, "title", title, "subtitle", subtitle, "title-lines", 2, "activatable", TRUE,
                NULL);
  if (icon != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));

  return row;
}

static void
search_changed_cb (OctPersonPicker *self)
{
  g_autoptr (GPtrArray) found = find_people (self);
  g_autofree char *typed = g_strstrip (
    g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *add = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < MIN (found->len, MAX_OFFERED); i++)
    {
      const OctPerson *person = g_ptr_array_index (found, i);
      gboolean chosen = g_strcmp0 (person->id, self->person_id) == 0;

      row = make_row (oct_person_to_text (person), *person->post != '\0' ? person->name : "",
                      chosen ? "object-select-symbolic" : NULL);
      g_object_set_data_full (G_OBJECT (row), PERSON, g_strdup (person->id), g_free);
      gtk_list_box_append (self->list, row);
    }
  if (*typed != '\0')
    /* Translators: %s is the title of a post that somebody typed. */
    add = g_strdup_printf (_("Add “%s” as a post…"), typed);
  gtk_list_box_append (self->list,
                       make_row (add != NULL ? add : _("New post…"), "", "list-add-symbolic"));
}

static void
show_new (OctPersonPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->post),
                         gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  gtk_stack_set_visible_child_name (self->stack, "new");
  gtk_widget_grab_focus (GTK_WIDGET (self->post));
}

static void
row_activated_cb (OctPersonPicker *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), PERSON));

  if (id != NULL)
    pick (self, id);
  else
    show_new (self);
}

static void
entry_activate_cb (OctPersonPicker *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first != NULL)
    row_activated_cb (self, first);
}

static void
nobody_clicked_cb (OctPersonPicker *self)
{
  pick (self, NULL);
}

static void
popover_shown_cb (OctPersonPicker *self)
{
  gtk_stack_set_visible_child_name (self->stack, "choose");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search_changed_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), self->person_id != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
stop_search_cb (OctPersonPicker *self)
{
  gtk_menu_button_popdown (self->button);
}

/* --- adding --- */

static void
new_changed_cb (OctPersonPicker *self)
{
  g_autofree char *post = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->post))));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  gtk_widget_set_sensitive (GTK_WIDGET (self->add), *post != '\0' || *name != '\0');
}

typedef struct
{
  OctPersonPicker *picker;
  char *post;
  char *name;
} Adding;

static const OctPerson *
find_alike (OctPersonPicker *self, const char *post, const char *name)
{
  GPtrArray *people = oct_assessment_get_people (get_assessment (self));

  for (guint i = 0; i < people->len; i++)
    {
      const OctPerson *person = g_ptr_array_index (people, i);

      if (g_str_equal (person->post, post) && g_str_equal (person->name, name))
        return person;
    }

  return NULL;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Adding *adding = user_data;
  OctPersonPicker *self = adding->picker;
  g_autoptr (GError) error = NULL;
  const OctPerson *person = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  else if (get_assessment (self) != NULL
           && (person = find_alike (self, adding->post, adding->name)) != NULL)
    {
      g_autofree char *id = g_strdup (person->id);

      pick (self, id);
    }
  g_object_unref (self);
  g_free (adding->post);
  g_free (adding->name);
  g_free (adding);
}

/* A post that is there already is taken as it is. */
static void
add_cb (OctPersonPicker *self)
{
  g_autofree char *post = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->post))));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  const OctPerson *known;
  Adding *adding;

  if (get_assessment (self) == NULL || (*post == '\0' && *name == '\0'))
    return;
  known = find_alike (self, post, name);
  if (known != NULL)
    {
      g_autofree char *id = g_strdup (known->id);

      pick (self, id);
      return;
    }
  gtk_menu_button_popdown (self->button);
  adding = g_new0 (Adding, 1);
  adding->picker = g_object_ref (self);
  adding->post = g_steal_pointer (&post);
  adding->name = g_steal_pointer (&name);
  oct_workbench_put_person_async (
    self->workbench, &(OctPerson) { .post = adding->post, .name = adding->name }, added_cb, adding);
}

static void
back_cb (OctPersonPicker *self)
{
  gtk_stack_set_visible_child_name (self->stack, "choose");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* --- class --- */

static void
oct_person_picker_dispose (GObject *object)
{
  OctPersonPicker *self = OCT_PERSON_PICKER (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (oct_person_picker_parent_class)->dispose (object);
}

static void
oct_person_picker_finalize (GObject *object)
{
  OctPersonPicker *self = OCT_PERSON_PICKER (object);

  g_free (self->person_id);
  g_free (self->role);
  G_OBJECT_CLASS (oct_person_picker_parent_class)->finalize (object);
}

static gboolean
oct_person_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OCT_PERSON_PICKER (widget)->button));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-person-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, OctPersonPicker, button);
  gtk_widget_class_bind_template_child (widget_class, OctPersonPicker, label);
  gtk_widget_class_bind_template_child (widget_class, OctPersonPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, OctPersonPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, OctPersonPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, OctPersonPicker, list);
  gtk_widget_class_bind_template_child (widget_class, OctPersonPicker, nobody);
  gtk_widget_class_bind_template_child (widget_class, OctPersonPicker, post);
  gtk_widget_class_bind_template_child (widget_class, OctPersonPicker, name);
  gtk_widget_class_bind_template_child (widget_class, OctPersonPicker, add);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, nobody_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
oct_person_picker_class_init (OctPersonPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_person_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_person_picker_finalize;
  widget_class->focus = oct_focus_child;
  widget_class->grab_focus = oct_person_picker_grab_focus;
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  bind_template (widget_class);
}

static void
oct_person_picker_init (OctPersonPicker *self)
{
  self->role = g_strdup (_("Owner"));
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The button centres what is in it. */
  gtk_widget_set_halign (gtk_widget_get_parent (GTK_WIDGET (self->label)), GTK_ALIGN_FILL);
  oct_accessible_follow (GTK_WIDGET (self->stack));
  update (self);
}

/**
 * oct_person_picker_new:
 * @workbench: whose people are offered
 *
 * Returns: (transfer floating): a picker that names nobody
 */
GtkWidget *
oct_person_picker_new (OctWorkbench *workbench)
{
  OctPersonPicker *self = g_object_new (OCT_TYPE_PERSON_PICKER, NULL);

  oct_person_picker_set_workbench (self, workbench);

  return GTK_WIDGET (self);
}

/**
 * oct_person_picker_set_workbench:
 * @self: a picker
 * @workbench: whose people are offered
 *
 * Must be set before the popover is opened.
 */
void
oct_person_picker_set_workbench (OctPersonPicker *self, OctWorkbench *workbench)
{
  g_return_if_fail (OCT_IS_PERSON_PICKER (self));

  if (!g_set_object (&self->workbench, workbench))
    return;
  /* A post may be called otherwise now. */
  g_signal_connect_object (workbench, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * oct_person_picker_set_label:
 * @self: a picker
 * @label: what the person is: "Owner", "Reviewer"
 */
void
oct_person_picker_set_label (OctPersonPicker *self, const char *label)
{
  g_return_if_fail (OCT_IS_PERSON_PICKER (self));
  g_return_if_fail (label != NULL);

  if (g_str_equal (self->role, label))
    return;
  g_free (self->role);
  self->role = g_strdup (label);
  update (self);
}

/**
 * oct_person_picker_set_person:
 * @self: a picker
 * @person_id: (nullable): the id of a person, or %NULL for nobody
 *
 * Shows somebody; "picked" isn't emitted.
 */
void
oct_person_picker_set_person (OctPersonPicker *self, const char *person_id)
{
  g_return_if_fail (OCT_IS_PERSON_PICKER (self));

  if (g_strcmp0 (self->person_id, person_id) != 0)
    {
      g_free (self->person_id);
      self->person_id = g_strdup (person_id);
    }
  update (self);
}

/**
 * oct_person_picker_get_person:
 * @self: a picker
 *
 * Returns: (transfer none) (nullable): the id of the person who is shown
 */
const char *
oct_person_picker_get_person (OctPersonPicker *self)
{
  g_return_val_if_fail (OCT_IS_PERSON_PICKER (self), NULL);

  return self->person_id;
}

/**
 * oct_person_picker_open:
 * @self: a picker
 *
 * Opens the popover, as the button does.
 */
void
oct_person_picker_open (OctPersonPicker *self)
{
  g_return_if_fail (OCT_IS_PERSON_PICKER (self));

  gtk_menu_button_popup (self->button);
}
