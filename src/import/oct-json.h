/* Reads JSON that somebody else may have written.
 *
 * json-glib is lenient: it takes comments, lets a member that is there twice win silently, and
 * follows any depth of nesting. What is read here was strict JSON of a bounded size and depth, in
 * which every member has one value, and its members are taken one by one with their type checked,
 * so that each message can say where in the file it is and what to do.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The deepest nesting that any of our files needs is half of it. */
#define OCT_JSON_MAX_DEPTH 16

JsonNode *oct_json_parse (GBytes *bytes, gsize max_bytes, GError **error);

gboolean oct_json_check_members (JsonObject *object, const char *where, const char *const *known,
                                 GError **error);
gboolean oct_json_take_text (JsonObject *object, const char *where, const char *member,
                             gboolean required, char **text, GError **error);
gboolean oct_json_take_flag (JsonObject *object, const char *where, const char *member,
                             gboolean *flag, GError **error);
gboolean oct_json_take_number (JsonObject *object, const char *where, const char *member, int min,
                               int max, int *number, GError **error);
gboolean oct_json_take_list (JsonObject *object, const char *where, const char *member,
                             gboolean required, JsonArray **list, GError **error);
JsonObject *oct_json_get_entry (JsonArray *list, const char *where, guint position, GError **error);
gboolean oct_json_check_kind (JsonNode *root, const char *kind, int format, GError **error);

G_END_DECLS
