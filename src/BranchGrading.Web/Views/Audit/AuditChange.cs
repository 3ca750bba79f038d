using System.Text.Json;

namespace BranchGrading.Web.Views.Audit;

/// <summary>One field that a save changed: of what, from which value to which.</summary>
public sealed record AuditChange(string Entity, string Field, string? Old, string? New)
{
    /// <summary>Reads what the interceptor wrote; nothing where there is nothing to read.</summary>
    public static IReadOnlyList<AuditChange> Read(string? json)
    {
        if (json is null)
            return [];
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateArray().SelectMany(row => row.GetProperty("Values").EnumerateObject().Select(field => Of(row, field))).ToList();
    }

    private static AuditChange Of(JsonElement row, JsonProperty field)
    {
        var entity = row.GetProperty(nameof(Entity)).GetString()!;
        var values = field.Value.EnumerateArray().Select(AuditWords.Value).ToList();
        // A field whose values are withheld has one sentence in place of two values.
        return values.Count == 2
            ? new AuditChange(AuditWords.Entity(entity), AuditWords.Field(field.Name, entity), values[0], values[1])
            : new AuditChange(AuditWords.Entity(entity), AuditWords.Field(field.Name, entity), null, values.FirstOrDefault());
    }
}
