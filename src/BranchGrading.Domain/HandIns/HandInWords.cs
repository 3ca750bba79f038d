namespace BranchGrading.Domain.HandIns;

/// <summary>The words of screens for hand-ins.</summary>
public static class HandInWords
{
    public static string Word(this HandInState state) => state switch
    {
        HandInState.Waiting => "未报",
        HandInState.Missing => "逾期未报",
        HandInState.OnTime => "按时",
        HandInState.Late => "延期报送",
        _ => "已退回",
    };
}
