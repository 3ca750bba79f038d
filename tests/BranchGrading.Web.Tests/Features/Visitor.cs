using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace BranchGrading.Web.Tests.Features;

/// <summary>Somebody at a browser: opens pages, fills in forms, goes where a form leads.</summary>
public sealed class Visitor(HttpClient client)
{
    private static readonly HtmlParser Parser = new();

    public HttpStatusCode Status { get; private set; }

    public string Address { get; private set; } = "";

    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>What the page says, with single spaces.</summary>
    public string Text => string.Join(' ', (Page.QuerySelector("main") ?? Page.DocumentElement).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task<Visitor> OpenAsync(string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        await ReadAsync(answer, address);
        return this;
    }

    /// <summary>What is no page.</summary>
    public async Task<string> ReadTextAsync(string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{address} answered {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The fields of the page's form as a browser would send them.</summary>
    public List<KeyValuePair<string, string>> Fill(string action, Dictionary<string, string>? typed = null)
    {
        var form = Page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").First(form => form.GetAttribute("action") is null or "" || form.GetAttribute("action") == action);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(input => input.Type is not ("checkbox" or "radio") || input.IsChecked))
            fields.Add(new(input.Name!, input.Value));
        foreach (var area in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]"))
            fields.Add(new(area.Name!, area.Value));
        foreach (var list in form.QuerySelectorAll<IHtmlSelectElement>("select[name]"))
            fields.Add(new(list.Name!, list.Value ?? ""));
        fields.RemoveAll(field => typed?.ContainsKey(field.Key) == true);
        fields.AddRange((typed ?? []).SelectMany(field => field.Value.Split('|').Select(value => new KeyValuePair<string, string>(field.Key, value))));
        return fields;
    }

    /// <summary>Fills in the form of the page and sends it; several values of one field are separated by |.</summary>
    public Task<Visitor> SubmitAsync(string action, Dictionary<string, string>? typed = null) => SendAsync(action, Fill(action, typed));

    public async Task<Visitor> SendAsync(string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri(action, UriKind.Relative), content, TestContext.Current.CancellationToken);
        await ReadAsync(answer, action);
        return this;
    }

    private async Task ReadAsync(HttpResponseMessage answer, string address)
    {
        if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Found && answer.Headers.Location is { } location)
        {
            await OpenAsync(location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString);
            return;
        }

        (Status, Address) = (answer.StatusCode, address);
        Page = Parser.ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
