using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Reconsideration and suits against the decision (复议、诉讼), as the acts left them.</summary>
public sealed class RemedyPhase
{
    /// <summary>No such remedy was entered.</summary>
    public static readonly DomainError RemedyUnknown = new("remedy.unknown", null, ErrorKind.Unacceptable, "没有登记该复议或者诉讼案件");

    /// <summary>The remedy has ended.</summary>
    public static readonly DomainError RemedyEnded = new("remedy.ended", null, ErrorKind.WrongStage, "该复议或者诉讼已经登记结果");

    /// <summary>The dates of the remedy contradict each other.</summary>
    public static readonly DomainError RemedyOutOfOrder = new(
        "remedy.out-of-order",
        null,
        ErrorKind.Unacceptable,
        "复议、诉讼的日期前后矛盾"
    );

    /// <summary>A changed fine is given although the result changes nothing.</summary>
    public static readonly DomainError ChangeDoesNotFit = new(
        "remedy.change-does-not-fit",
        "ARL-63-65",
        ErrorKind.Unacceptable,
        "变更后的罚款与结果不一致"
    );

    private readonly List<RemedyOnFile> remedies = [];

    /// <summary>Remedies against the decision, in the order in which they were entered.</summary>
    public IReadOnlyList<RemedyOnFile> All => remedies;

    /// <summary>A reconsideration or a suit is running.</summary>
    public bool IsRunning => remedies.Exists(r => r.Result is null);

    /// <summary>The result that struck the decision down; null if none did.</summary>
    public EnterRemedyResult? StruckDownBy =>
        remedies.FindLast(r => r.Result is { } result && RemedyResults.EffectOf(result.Result).CaseEndsAsRevoked)?.Result;

    /// <summary>The last remedy that has ended; null if none has.</summary>
    internal RemedyOnFile? LastEnded => remedies.FindLast(r => r.Result is not null);

    /// <summary>The remedy of a number; null if none has it.</summary>
    internal RemedyOnFile? Of(string number) => remedies.Find(r => HasNumber(r, number));

    /// <summary>Refuses to execute while an order to stop is in force.</summary>
    /// <exception cref="DomainException"><see cref="StayOfExecution.Stayed"/>.</exception>
    internal void EnsureMayExecute(DateOnly day) => StayOfExecution.EnsureNotStayed(remedies.SelectMany(r => r.Entered.Stays), day);

    internal void Apply(EnterRemedy entered)
    {
        remedies.RemoveAll(r => HasNumber(r, entered.RemedyNumber));
        remedies.Add(new(entered, Result: null));
    }

    internal void Apply(EnterRemedyResult result) =>
        remedies.Replace(r => HasNumber(r, result.RemedyNumber), r => r with { Result = result });

    private static bool HasNumber(RemedyOnFile remedy, string number) =>
        string.Equals(remedy.Entered.RemedyNumber, number, StringComparison.Ordinal);
}
