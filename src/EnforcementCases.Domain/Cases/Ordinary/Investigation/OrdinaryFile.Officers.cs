namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>No recusal request waits for the head.</summary>
    public static readonly DomainError NoRecusal = new("recusal.nothing-to-decide", null, ErrorKind.WrongStage, "没有待决定的回避申请");
}
