namespace BranchGrading.Data;

/// <summary>Which database, and how to reach it: <c>BranchGrading:Database</c> in the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Sqlite or SqlServer.</summary>
    public string Provider { get; set; } = "Sqlite";

    public string? ConnectionString { get; set; }

    /// <summary>Statements sent together at most; null leaves it to the provider.</summary>
    public int? MaxBatchSize { get; set; }
}
