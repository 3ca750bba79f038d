namespace BranchGrading.Domain.Rounds;

/// <summary>The words of screens and notices for publicity and what follows it.</summary>
public static class PublicityWords
{
    public static string Word(this ObjectionChannel channel) => channel switch
    {
        ObjectionChannel.Online => "网上",
        ObjectionChannel.Paper => "书面",
        ObjectionChannel.Phone => "电话",
        _ => "来访",
    };

    public static string Word(this ObjectionOutcome outcome) => outcome == ObjectionOutcome.Upheld ? "维持" : "改定";

    public static string Word(this ObjectionState state) => state switch
    {
        ObjectionState.Raised => "待受理",
        ObjectionState.Received => "核查中",
        ObjectionState.Checked => "待答复",
        _ => "已答复",
    };

    public static string Word(this RecommendationLevel level) => level switch
    {
        RecommendationLevel.Committee => "院系级",
        RecommendationLevel.School => "校级",
        RecommendationLevel.Province => "省级",
        _ => "国家级",
    };
}
