using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BranchGrading.Web.Tests;

/// <summary>What came back: the status, where to go, and the page.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, string Html, HttpResponseMessage Response)
{
    private IHtmlDocument? _document;

    public IHtmlDocument Document => _document ??= new HtmlParser().ParseDocument(Html);

    /// <summary>What the user reads, with runs of white space as one space.</summary>
    public string Text => Regex.Replace((Document.QuerySelector("main") ?? Document.Body!).TextContent, @"\s+", " ");

    public int Code => (int)Status;
}

/// <summary>Pages and forms as a browser without script handles them.</summary>
public static class Http
{
    public static async Task<Answer> GetPageAsync(this HttpClient browser, string address) => await AnswerAsync(await browser.GetAsync(new Uri(address, UriKind.Relative)));

    /// <summary>Follows redirects to the page that the user sees in the end.</summary>
    public static async Task<Answer> FollowAsync(this HttpClient browser, Answer answer)
    {
        for (var i = 0; answer.Location is { } next && i < 5; i++)
            answer = await browser.GetPageAsync(next);
        return answer;
    }

    /// <summary>Opens a page, fills in its form that posts to an address, and posts it.</summary>
    public static async Task<Answer> PostFormAsync(this HttpClient browser, string pageAddress, string postAddress, params (string Name, object? Value)[] fields) =>
        await browser.SendAsync(postAddress, await browser.FillInAsync(pageAddress, postAddress, fields));

    /// <summary>
    /// The fields of a page's form that posts to an address, tokens among them, with some filled in: a name may leave out the prefix "Form.",
    /// null empties a field, several values tick several boxes, and a field that the form does not have is sent nevertheless.
    /// </summary>
    public static async Task<List<KeyValuePair<string, string>>> FillInAsync(
        this HttpClient browser, string pageAddress, string postAddress, params (string Name, object? Value)[] fields)
    {
        var page = await browser.GetPageAsync(pageAddress);
        return page.Status == HttpStatusCode.OK
            ? page.FillIn(postAddress, pageAddress, fields)
            : throw new InvalidOperationException($"{pageAddress} answered {page.Code}.");
    }

    /// <summary>The same for a page that is there already, such as a form shown again.</summary>
    public static List<KeyValuePair<string, string>> FillIn(this Answer page, string postAddress, string pageAddress, params (string Name, object? Value)[] fields)
    {
        var form = page.Document.QuerySelectorAll("form[method=post]").FirstOrDefault(form => (form.GetAttribute("action") ?? pageAddress) == postAddress)
            ?? throw new InvalidOperationException($"{pageAddress} has no form that posts to {postAddress}: {page.Text}");
        var filled = form.QuerySelectorAll("input, select, textarea").Cast<IHtmlElement>().SelectMany(Values).ToList();
        foreach (var (name, value) in fields)
        {
            var known = form.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")!).FirstOrDefault(field => field == name || field == "Form." + name || field.EndsWith("." + name, StringComparison.Ordinal));
            filled.RemoveAll(field => field.Key == (known ?? name));
            filled.AddRange(Values(value).Select(text => KeyValuePair.Create(known ?? name, text)));
        }

        return filled;
    }

    public static async Task<Answer> SendAsync(this HttpClient browser, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await AnswerAsync(await browser.PostAsync(new Uri(address, UriKind.Relative), content));
    }

    /// <summary>Chooses a file in a page's form and posts it.</summary>
    public static async Task<Answer> UploadAsync(this HttpClient browser, string pageAddress, string postAddress, string fileName, byte[] content)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in await browser.FillInAsync(pageAddress, postAddress))
            body.Add(new StringContent(value), name);
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        body.Add(file, "file", fileName);
        return await AnswerAsync(await browser.PostAsync(new Uri(postAddress, UriKind.Relative), body));
    }

    /// <summary>Fills in a page's form, chooses files in its field "files" and posts it.</summary>
    public static async Task<Answer> SendFilesAsync(
        this HttpClient browser, string pageAddress, string postAddress, IEnumerable<(string Name, byte[] Content)> files, params (string Name, object? Value)[] fields)
    {
        using var body = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 };
        foreach (var (name, value) in await browser.FillInAsync(pageAddress, postAddress, fields))
            body.Add(new StringContent(value), name);
        foreach (var (name, content) in files)
        {
            // Written as browsers do, in UTF-8, whatever stands in the name.
            var part = new ByteArrayContent(content);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{name}\"");
            body.Add(part);
        }

        return await AnswerAsync(await browser.PostAsync(new Uri(postAddress, UriKind.Relative), body));
    }

    /// <summary>An antiforgery token of the browser's account and a fresh form key, for a POST to any address.</summary>
    public static async Task<List<KeyValuePair<string, string>>> TokensAsync(this HttpClient browser, string pageAddress = "/password")
    {
        var page = await browser.GetPageAsync(pageAddress);
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("__FormKey", Guid.NewGuid().ToString("N"))];
    }

    private static async Task<Answer> AnswerAsync(HttpResponseMessage response) =>
        new(response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync(), response);

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlElement field)
    {
        if (field.GetAttribute("name") is not { Length: > 0 } name || field.HasAttribute("disabled"))
            return [];
        return field switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" } => [],
            IHtmlInputElement input => [KeyValuePair.Create(name, input.Value)],
            IHtmlTextAreaElement area => [KeyValuePair.Create(name, area.Value)],
            IHtmlSelectElement select => select.Options.Where(option => option.IsSelected).Take(1).Select(option => KeyValuePair.Create(name, option.Value)),
            _ => [],
        };
    }

    private static IEnumerable<string> Values(object? value) => value switch
    {
        null => [""],
        string text => [text],
        IEnumerable<string> several => several,
        DateOnly day => [day.ToString("yyyy-MM-dd")],
        bool ticked => [ticked ? "true" : "false"],
        _ => [value.ToString()!],
    };
}
