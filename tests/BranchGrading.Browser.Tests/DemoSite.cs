using Xunit;

namespace BranchGrading.Browser.Tests;

/// <summary>The demo school, for tests that only look.</summary>
public sealed class DemoSite : IAsyncDisposable
{
    private readonly HashSet<string> _looked = [];

    internal App App { get; } = App.Demo();

    /// <summary>Whether nobody looked so closely at this before: some looks take long.</summary>
    internal bool IsFirst(string what) => _looked.Add(what);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
