using EnforcementCases.Domain.Law;
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

    /// <summary>A suit against a decision on the spot without a reconsideration that was heard or refused.</summary>
    public static readonly DomainError ReconsiderationFirst = new(
        "remedy.reconsideration-first",
        "ARL-23-1",
        ErrorKind.RuleBroken,
        "对当场作出的行政处罚决定不服的，应当先申请行政复议，对行政复议决定不服的，可以再提起行政诉讼",
        ReconsiderationLaw.At("第二十三条第一款")
    );

    /// <summary>A third person who was not entered with the remedy.</summary>
    public static readonly DomainError ThirdPersonUnknown = new(
        "remedy.third-person-unknown",
        null,
        ErrorKind.Unacceptable,
        "没有登记该第三人"
    );

    /// <summary>No such request of a third person.</summary>
    public static readonly DomainError OppositeRequestUnknown = new(
        "remedy.opposite-request-unknown",
        "ARL-63-2",
        ErrorKind.Unacceptable,
        "没有登记第三人的该相反请求"
    );

    /// <summary>Entry and confirmation are by one person.</summary>
    public static readonly DomainError ConfirmedBySamePerson = new(
        "remedy.confirmed-by-same-person",
        null,
        ErrorKind.Forbidden,
        "登记和确认结果的不得是同一人"
    );

    /// <summary>The paper departs from the law, and the legal office has not seen it.</summary>
    public static readonly DomainError LegalOfficeNotHeard = new(
        "remedy.legal-office-not-heard",
        null,
        ErrorKind.WrongStage,
        "结果文书与法律规定不一致的，确认前由法制机构提出意见"
    );

    /// <summary>The organ appeals without its head.</summary>
    public static readonly DomainError AppealNotByHead = new(
        "remedy.appeal-not-by-head",
        null,
        ErrorKind.Forbidden,
        "本机关上诉由负责人决定"
    );

    /// <summary>The executing organ is another (ARL-78).</summary>
    public static readonly DomainError ExecutedByAnother = new(
        "remedy.executed-by-reconsideration-organ",
        "ARL-78",
        ErrorKind.RuleBroken,
        "变更原决定的行政复议决定书和行政复议调解书，由行政复议机关依法强制执行或者申请人民法院强制执行",
        ReconsiderationLaw.At("第七十八条")
    );

    private readonly List<RemedyOnFile> remedies = [];
    private readonly List<DoneAct> entries = [];

    /// <summary>Remedies against the decision, in the order in which they were entered.</summary>
    public IReadOnlyList<RemedyOnFile> All => remedies;

    /// <summary>Every entry of a result that needs the head, in their order.</summary>
    internal IReadOnlyList<DoneAct> Entries => entries;

    /// <summary>A reconsideration runs or ended other than by its withdrawal, so that a suit is open where reconsideration comes first.</summary>
    internal bool OpenSuit =>
        remedies.Exists(r => r.Entered.Kind is RemedyKind.Reconsideration && r.Result?.Result is not RemedyResult.Withdrawn);

    /// <summary>The entry that waits for the head; of several the last. Null if none does.</summary>
    internal DoneAct? ToConfirm(Guid? id = null) =>
        remedies.Select(r => r.ToConfirm).OfType<DoneAct>().LastOrDefault(e => id is null || e.Entry.Id == id);

    /// <summary>The reconsideration by whose result the decision is executed by another organ; null if the organ executes itself.</summary>
    [StatutoryRule("ARL-78")]
    internal EnterRemedyResult? ExecutedElsewhere =>
        remedies
            is [.., { Entered.Kind: RemedyKind.Reconsideration, Result: { Result: RemedyResult.Changed or RemedyResult.Mediated } result }]
            ? result
            : null;

    /// <summary>A reconsideration or a suit is running: its result has not taken effect.</summary>
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
        var before = Of(entered.RemedyNumber);
        remedies.RemoveAll(r => HasNumber(r, entered.RemedyNumber));
        remedies.Add(new(entered, Result: null) { ToConfirm = before?.ToConfirm, Appeal = before?.Appeal });
    }

    /// <summary>The result of an entry.</summary>
    internal EnterRemedyResult Entered(Guid? id) => (EnterRemedyResult)entries.First(e => e.Entry.Id == id).Body;

    internal void Apply(EnterRemedyResult result, DoneAct done)
    {
        if (result.TookEffectOnEntry)
        {
            remedies.Replace(r => HasNumber(r, result.RemedyNumber), r => r with { Result = result });
            return;
        }
        entries.Add(done);
        remedies.Replace(r => HasNumber(r, result.RemedyNumber), r => r with { ToConfirm = done });
    }

    internal void Apply(ConfirmRemedyResult confirmed)
    {
        var result = Entered(confirmed.ResultId);
        remedies.Replace(r => HasNumber(r, result.RemedyNumber), r => r.Of(result));
    }

    internal void Apply(EnterAppeal appeal) =>
        remedies.Replace(r => HasNumber(r, Entered(appeal.ResultId).RemedyNumber), r => r with { Appeal = appeal, ToConfirm = null });

    private static bool HasNumber(RemedyOnFile remedy, string number) =>
        string.Equals(remedy.Entered.RemedyNumber, number, StringComparison.Ordinal);
}
