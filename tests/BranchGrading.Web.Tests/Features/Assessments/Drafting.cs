using System.Text.Json;

namespace BranchGrading.Web.Tests.Features.Assessments;

/// <summary>What the script does on pages that save while one types.</summary>
internal static class Drafting
{
    /// <summary>Sends one piece of a draft; the status and what came back.</summary>
    public static async Task<(int Code, JsonElement State)> DraftAsync(this HttpClient browser, string address, params (string Name, object? Value)[] fields)
    {
        var token = (await browser.TokensAsync())[0];
        var answer = await browser.SendAsync(address, [token, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value?.ToString() ?? ""))]);
        return (answer.Code, answer.Html.StartsWith('{') ? JsonDocument.Parse(answer.Html).RootElement : default);
    }

    public static string? Text(this JsonElement state, string name) => state.GetProperty(name).GetString();

    /// <summary>A text that the page shows under a key.</summary>
    public static string? Live(this JsonElement state, string key) => state.GetProperty("texts").GetProperty(key).GetString();

    public static Guid Version(this JsonElement state) => state.GetProperty("version").GetGuid();
}
