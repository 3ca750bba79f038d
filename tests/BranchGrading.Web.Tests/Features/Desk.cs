using BranchGrading.Domain.Grading;
using Xunit;

namespace BranchGrading.Web.Tests.Features;

/// <summary>What the department does over and over at its desk.</summary>
internal static class Desk
{
    /// <summary>Chooses a file and looks at what it would do.</summary>
    public static async Task<(string Address, Answer Page)> CheckAsync(this HttpClient browser, string pageAddress, string postAddress, string fileName, byte[] content)
    {
        var received = await browser.UploadAsync(pageAddress, postAddress, fileName, content);
        Assert.True(received.Code == 302, $"{received.Code}: {received.Text}");
        var page = await browser.GetPageAsync(received.Location!);
        Assert.Equal(200, page.Code);
        return (received.Location!, page);
    }

    public static Task<(string Address, Answer Page)> CheckAsync(this HttpClient browser, string kind, string fileName, byte[] content) =>
        browser.CheckAsync($"/imports/{kind}/new", $"/imports/{kind}", fileName, content);

    public static Task<(string Address, Answer Page)> CheckResultsAsync(this HttpClient browser, int roundId, string fileName, byte[] content) =>
        browser.CheckAsync($"/rounds/{roundId}/results/new", $"/rounds/{roundId}/results", fileName, content);

    /// <summary>Confirms a checked file and waits until it is written; the page that says so.</summary>
    public static async Task<Answer> ConfirmAsync(this HttpClient browser, string address) =>
        await browser.WorkAsync(await browser.PostFormAsync(address, address + "/confirmation"));

    /// <summary>Waits for long work; the page with what came of it.</summary>
    public static async Task<Answer> WorkAsync(this HttpClient browser, Answer started)
    {
        Assert.True(started.Code == 302, $"{started.Code}: {started.Text}");
        Assert.StartsWith("/works/", started.Location, StringComparison.Ordinal);
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(started.Location!, UriKind.Relative));
            request.Headers.Accept.ParseAdd("application/json");
            var state = await (await browser.SendAsync(request)).Content.ReadAsStringAsync();
            if (state.Contains("\"isFinished\":true", StringComparison.Ordinal))
                return await browser.FollowAsync(started);
            await Task.Yield();
        }
    }

    /// <summary>Decides a grade: chosen on the branch's page, looked at, confirmed; the refusal where it comes before that.</summary>
    public static async Task<Answer> DecideAsync(this HttpClient browser, int participantId, Grade grade, string reason = "会议研究决定")
    {
        var page = await browser.GetPageAsync($"/participants/{participantId}/decision");
        var preview = await browser.PreviewAsync(page, ("Grade", grade), ("Reason", reason));
        return preview.Code == 200 ? await browser.ConfirmDecisionAsync(preview) : preview;
    }

    /// <summary>Looks at what an act of the desk would do, from the desk or a page of decisions.</summary>
    public static Task<Answer> PreviewAsync(this HttpClient browser, Answer page, params (string Name, object? Value)[] fields) =>
        browser.SendAsync(AddressOf(page, "/preview"), page.FillIn(AddressOf(page, "/preview"), "", fields));

    /// <summary>Confirms a preview as it is shown.</summary>
    public static Task<Answer> ConfirmDecisionAsync(this HttpClient browser, Answer preview, params (string Name, object? Value)[] fields) =>
        browser.SendAsync(AddressOf(preview, ""), preview.FillIn(AddressOf(preview, ""), "", fields));

    /// <summary>Where the page's form about decisions posts to.</summary>
    public static string AddressOf(Answer page, string ending) => page.Document.QuerySelectorAll("form[method=post]").Select(form => form.GetAttribute("action")!)
        .First(address => address.Contains("/decisions", StringComparison.Ordinal) && address.EndsWith(ending, StringComparison.Ordinal));

    public static Task<Answer> PublishAsync(this HttpClient browser, int roundId) => browser.PostFormAsync(
        $"/rounds/{roundId}/publication", $"/rounds/{roundId}/publication", ("MeetingDate", new DateOnly(2012, 3, 20)), ("DocumentNumber", "校党字〔2012〕12 号"), ("Telephone", "68400000"));

    /// <summary>A comma-separated table as bytes.</summary>
    public static byte[] Csv(params string[] lines) => System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines));
}
