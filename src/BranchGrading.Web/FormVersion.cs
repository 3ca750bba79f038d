using System.Security.Cryptography;
using System.Text.Json;

namespace BranchGrading.Web;

/// <summary>
/// The version of a part that has none of its own in the database: it changes when, and only when, what its form shows changes,
/// so that two who edit different parts of one whole do not stop one another.
/// </summary>
public static class FormVersion
{
    public static T WithVersion<T>(this T form)
        where T : IVersionedForm
    {
        form.Version = Guid.Empty;
        form.Version = new Guid(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(form))[..16]);
        return form;
    }
}
