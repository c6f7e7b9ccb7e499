/* The builder: its frame, and what an element says of itself. Stages are in
 * oct-framework-builder-stages.c, aspects and indicators in oct-framework-builder-items.c.
 *
 * The draft is a framework of its own that nobody else holds, so edits write into it directly, and
 * whoever wants to look at it is given a copy. Each element has one descriptor for each stage at
 * any time; a new stage comes with blank ones, which have to be written before it can be built.
 */
#include "oct-framework-builder-private.h"

#include <glib/gi18n.h>

#include "oct-error.h"
#include "oct-fold.h"

/**
 * oct_framework_builder_new:
 * @key: what all versions will be known by
 * @version: the version, from 1
 *
 * Returns: (transfer full): a builder with nothing in it
 */
OctFrameworkBuilder *
oct_framework_builder_new (const char *key, int version)
{
  OctFrameworkBuilder *self = g_new0 (OctFrameworkBuilder, 1);

  self->draft = oct_framework_new_blank (key, version);
  return self;
}

/**
 * oct_framework_builder_new_edit:
 * @base: the version to begin with
 * @used: (nullable): the newest version that may have been judged by, often @base itself; what it
 *   has can be retired but not removed
 *
 * Returns: (transfer full): a builder of the version after @base
 */
OctFrameworkBuilder *
oct_framework_builder_new_edit (OctFramework *base, OctFramework *used)
{
  OctFrameworkBuilder *self;

  g_return_val_if_fail (OCT_IS_FRAMEWORK (base), NULL);
  g_return_val_if_fail (used == NULL || OCT_IS_FRAMEWORK (used), NULL);

  self = g_new0 (OctFrameworkBuilder, 1);
  self->draft = oct_framework_copy (base);
  self->draft->version++;
  self->base = g_object_ref (base);
  g_set_object (&self->used, used);
  return self;
}

/**
 * oct_framework_builder_new_draft:
 * @base: the present version, which may have been judged by: what it has can be retired but not
 *   removed
 * @draft: what was written of the next one so far
 *
 * Returns: (transfer full): a builder that goes on from @draft
 */
OctFrameworkBuilder *
oct_framework_builder_new_draft (OctFramework *base, OctFramework *draft)
{
  OctFrameworkBuilder *self = oct_framework_builder_new_edit (base, base);

  g_return_val_if_fail (OCT_IS_FRAMEWORK (draft), self);

  g_object_unref (self->draft);
  self->draft = oct_framework_copy (draft);
  self->draft->version = base->version + 1;
  return self;
}

/**
 * oct_framework_builder_free:
 * @self: (transfer full): a builder
 */
void
oct_framework_builder_free (OctFrameworkBuilder *self)
{
  g_object_unref (self->draft);
  g_clear_object (&self->base);
  g_clear_object (&self->used);
  g_free (self);
}

void
oct_framework_builder_replace (char **place, const char *text)
{
  char *clean = oct_framework_clean_text (text);

  g_free (*place);
  *place = clean;
}

void
oct_framework_builder_insert (GPtrArray *items, int position, gpointer item)
{
  gboolean at_end = position < 0 || (guint) position > items->len;

  g_ptr_array_insert (items, at_end ? -1 : position, item);
}

void
oct_framework_builder_move (GPtrArray *items, guint from, int to)
{
  gpointer item = g_ptr_array_steal_index (items, from);

  oct_framework_builder_insert (items, to, item);
}

gboolean
oct_framework_builder_refuse_removal (const char *name, GError **error)
{
  g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
               _("“%s” may have been judged by, so it stays readable. Retire it instead."), name);
  return FALSE;
}

OctElement *
oct_framework_builder_find_element (OctFrameworkBuilder *self, const char *key, GError **error)
{
  const OctElement *element = oct_framework_find_element (self->draft, key);

  if (element == NULL)
    g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                 _("This framework has no element “%s”. Choose one of its elements."), key);
  return (OctElement *) element;
}

OctStage *
oct_framework_builder_find_stage (OctFrameworkBuilder *self, const char *key, GError **error)
{
  int index = oct_framework_find_stage (self->draft, key);

  if (index >= 0)
    return self->draft->stages->pdata[index];
  g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
               _("This framework has no stage “%s”. Choose one of its stages."), key);
  return NULL;
}

/**
 * oct_framework_builder_set_version:
 * @self: a builder
 * @version: the version, from 1
 *
 * Counts the draft as another version, as one that comes from elsewhere is.
 */
void
oct_framework_builder_set_version (OctFrameworkBuilder *self, int version)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (version >= 1);

  self->draft->version = version;
}

/**
 * oct_framework_builder_set_name:
 * @name: the framework's name
 */
void
oct_framework_builder_set_name (OctFrameworkBuilder *self, const char *name)
{
  g_return_if_fail (self != NULL);

  oct_framework_builder_replace (&self->draft->name, name);
}

/**
 * oct_framework_builder_set_source:
 * @source: the citation of what it is drawn from
 */
void
oct_framework_builder_set_source (OctFrameworkBuilder *self, const char *source)
{
  g_return_if_fail (self != NULL);

  oct_framework_builder_replace (&self->draft->source, source);
}

/**
 * oct_framework_builder_set_guidance:
 * @guidance: how to choose a stage
 */
void
oct_framework_builder_set_guidance (OctFrameworkBuilder *self, const char *guidance)
{
  g_return_if_fail (self != NULL);

  oct_framework_builder_replace (&self->draft->guidance, guidance);
}

/* Elements. */

static guint
count_texts (char *const *texts)
{
  return texts != NULL ? g_strv_length ((char **) texts) : 0;
}

/**
 * oct_framework_builder_add_element:
 * @element: (transfer none): what to copy; its arrays may be %NULL
 * @error: return location for an error
 *
 * Adds an element after those that are there. Missing descriptors become blank.
 *
 * Returns: whether it was added; %OCT_ERROR_RULE where its key is taken or it has more descriptors
 *   than there are stages
 */
gboolean
oct_framework_builder_add_element (OctFrameworkBuilder *self, const OctElement *element,
                                   GError **error)
{
  OctElement *copy;
  guint n_stages;
  guint n_descriptors;

  g_return_val_if_fail (self != NULL && element != NULL && element->key != NULL, FALSE);

  n_stages = self->draft->stages->len;
  n_descriptors = MAX (count_texts (element->descriptors),
                       count_texts (element->school_descriptors));
  if (oct_framework_find_element (self->draft, element->key) != NULL)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("There is an element with the key “%s” already. Give the new one another "
                     "key."),
                   element->key);
      return FALSE;
    }
  if (n_descriptors > n_stages)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("Element “%s” describes %u stages, but the framework has %u. Remove the "
                     "descriptors that belong to no stage."),
                   element->key, n_descriptors, n_stages);
      return FALSE;
    }

  copy = oct_element_copy (element);
  for (guint i = count_texts (copy->descriptors); i < n_stages; i++)
    oct_framework_builder_insert_text (&copy->descriptors, i);
  for (guint i = count_texts (copy->school_descriptors); i < n_stages; i++)
    oct_framework_builder_insert_text (&copy->school_descriptors, i);
  g_ptr_array_add (self->draft->elements, copy);
  return TRUE;
}

static char **
find_element_text (OctElement *element, OctElementText which)
{
  switch (which)
    {
    case OCT_ELEMENT_NAME:
      return &element->name;
    case OCT_ELEMENT_SHORT_NAME:
      return &element->short_name;
    case OCT_ELEMENT_ICON:
      return &element->icon;
    case OCT_ELEMENT_SOURCE:
      return &element->source;
    case OCT_ELEMENT_SUMMARY:
      return &element->summary;
    case OCT_ELEMENT_ASKS:
      return &element->asks;
    case OCT_ELEMENT_GIVE_QUESTION:
      return &element->give_question;
    case OCT_ELEMENT_GAIN_QUESTION:
      return &element->gain_question;
    default:
      g_assert_not_reached ();
    }
}

/**
 * oct_framework_builder_set_element_text:
 * @element: its key
 * @which: which of its texts
 * @text: the new one
 * @error: return location for an error
 *
 * Returns: whether there is such an element; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_set_element_text (OctFrameworkBuilder *self, const char *element,
                                        OctElementText which, const char *text, GError **error)
{
  OctElement *found;

  g_return_val_if_fail (self != NULL && element != NULL, FALSE);

  found = oct_framework_builder_find_element (self, element, error);
  if (found != NULL)
    oct_framework_builder_replace (find_element_text (found, which), text);
  return found != NULL;
}

/**
 * oct_framework_builder_set_judged:
 * @element: its key
 * @judged: who is asked; always the trust, and the schools where that makes sense
 * @error: return location for an error
 *
 * Returns: whether there is such an element; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_set_judged (OctFrameworkBuilder *self, const char *element,
                                  OctJudgedBy judged, GError **error)
{
  OctElement *found;

  g_return_val_if_fail (self != NULL && element != NULL, FALSE);

  found = oct_framework_builder_find_element (self, element, error);
  if (found != NULL)
    found->judged = judged;
  return found != NULL;
}

/**
 * oct_framework_builder_set_descriptor:
 * @element: the element's key
 * @stage: the stage's key
 * @text: what one sees in that element at that stage
 * @error: return location for an error
 *
 * Returns: whether both exist; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_set_descriptor (OctFrameworkBuilder *self, const char *element,
                                      const char *stage, const char *text, GError **error)
{
  OctElement *found;
  int index;

  g_return_val_if_fail (self != NULL && element != NULL && stage != NULL, FALSE);

  found = oct_framework_builder_find_element (self, element, error);
  if (found == NULL || oct_framework_builder_find_stage (self, stage, error) == NULL)
    return FALSE;
  index = oct_framework_find_stage (self->draft, stage);
  oct_framework_builder_replace (&found->descriptors[index], text);
  return TRUE;
}

/**
 * oct_framework_builder_set_school_descriptor:
 * @element: the element's key
 * @stage: the stage's key
 * @text: what a school sees in itself at that stage
 * @error: return location for an error
 *
 * Returns: whether both exist; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_set_school_descriptor (OctFrameworkBuilder *self, const char *element,
                                             const char *stage, const char *text, GError **error)
{
  OctElement *found;
  int index;

  g_return_val_if_fail (self != NULL && element != NULL && stage != NULL, FALSE);

  found = oct_framework_builder_find_element (self, element, error);
  if (found == NULL || oct_framework_builder_find_stage (self, stage, error) == NULL)
    return FALSE;
  index = oct_framework_find_stage (self->draft, stage);
  oct_framework_builder_replace (&found->school_descriptors[index], text);
  return TRUE;
}

/* A key is lasting, so it is made from the folded name, which is plain ASCII for English. */
static char *
make_base_key (const char *name)
{
  g_autofree char *folded = oct_fold (name);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0' && key->len < OCT_FRAMEWORK_MAX_KEY - 4; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (key, *p);
      else if (key->len > 0 && key->str[key->len - 1] != '-')
        g_string_append_c (key, '-');
    }
  while (key->len > 0 && key->str[key->len - 1] == '-')
    g_string_truncate (key, key->len - 1);
  if (key->len == 0)
    g_string_append (key, "item");
  return g_string_free (key, FALSE);
}

static gboolean
is_key_taken (OctFramework *framework, const OctElement *element, const char *key)
{
  return oct_framework_find_stage (framework, key) >= 0
         || oct_framework_find_element (framework, key) != NULL
         || oct_framework_find_indicator (framework, key, NULL) != NULL
         || (element != NULL && oct_element_find_aspect (element, key) != NULL);
}

/**
 * oct_framework_builder_make_key:
 * @element: (nullable): the key of the element that an aspect is for
 * @name: what the new item is called
 *
 * Returns: (transfer full): a key for it that is not taken, such as "reading-for-all"
 */
char *
oct_framework_builder_make_key (OctFrameworkBuilder *self, const char *element, const char *name)
{
  const OctElement *found = NULL;
  char *key;
  g_autofree char *base = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  if (element != NULL)
    found = oct_framework_find_element (self->draft, element);
  base = make_base_key (name);
  key = g_strdup (base);
  for (guint i = 2; is_key_taken (self->draft, found, key); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", base, i);
    }
  return key;
}

/**
 * oct_framework_builder_peek:
 *
 * Returns: (transfer full): the draft as it stands, unchecked, to show it or its changes
 */
OctFramework *
oct_framework_builder_peek (OctFrameworkBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return oct_framework_copy (self->draft);
}

/**
 * oct_framework_builder_build:
 * @error: return location for an error
 *
 * Checks the draft as a whole. The builder stays as it is, so that more can be edited.
 *
 * Returns: (transfer full) (nullable): the framework; %NULL with %OCT_ERROR_RULE and what to do
 *   where something is wrong, or where an edit changed nothing
 */
OctFramework *
oct_framework_builder_build (OctFrameworkBuilder *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->base != NULL && oct_framework_equal (self->base, self->draft))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("Nothing differs from version %d. Change something before you keep a new "
                     "version."),
                   self->base->version);
      return NULL;
    }
  if (!oct_framework_check (self->draft, error))
    return NULL;
  return oct_framework_copy (self->draft);
}
