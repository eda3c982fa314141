using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The file of an ordinary case (普通程序案卷): the acts done so far, folded in their order into what later acts ask for. It is opened from the stored acts each
/// time and holds nothing that is not in them, in the case's deadlines or in its documents.</summary>
public sealed partial class OrdinaryFile
{
    /// <summary>The act is dated before what it builds on.</summary>
    public static readonly DomainError TooEarly = new(
        "case.act-before-its-stage",
        null,
        ErrorKind.Unacceptable,
        "办理时间早于进入当前阶段的时间"
    );

    /// <summary>Something inside the act is dated after it.</summary>
    public static readonly DomainError AfterTheAct = new(
        "case.part-after-the-act",
        null,
        ErrorKind.Unacceptable,
        "所载事项的时间晚于办理时间"
    );

    /// <summary>The investigation is suspended.</summary>
    public static readonly DomainError Suspended = new("case.suspended", null, ErrorKind.WrongStage, "案件处于中止状态，恢复后才能办理");

    private readonly List<DoneAct> acts = [];
    private readonly List<IssuedPaper> papers = [];

    private OrdinaryFile(EnforcementCase @case) => Case = @case;

    /// <summary>The case.</summary>
    public EnforcementCase Case { get; }

    /// <summary>The acts in their order.</summary>
    public IReadOnlyList<DoneAct> Acts => acts;

    /// <summary>The documents issued so far.</summary>
    public IReadOnlyList<IssuedPaper> Papers => papers;

    /// <summary>When the case came into its present stage.</summary>
    public DateTimeOffset? StageSince { get; private set; }

    /// <summary>Opens the file from what is stored.</summary>
    public static OrdinaryFile Open(EnforcementCase @case, IEnumerable<DoneAct> done, IEnumerable<IssuedPaper> papers)
    {
        var file = new OrdinaryFile(@case);
        file.papers.AddRange(papers);
        var stage = CaseStage.Open;
        foreach (var act in done.OrderBy(a => a.Entry.Place))
            file.Take(act, ref stage);
        return file;
    }

    /// <summary>What stands in the way of an act, whatever its particulars; none when it is open. The act refuses with the first.</summary>
    public IReadOnlyList<DomainException> Obstacles(ActRow row, ActSurroundings law) => [.. WhyNot(row, law, law.Now)];

    /// <summary>Does an act: asks stage, order of time and gates, then the act itself; enters it into the file, the deadlines and the record.</summary>
    /// <param name="late">Whether it is entered long after it was done.</param>
    /// <exception cref="DomainException">The first gate that is closed, with rule and article.</exception>
    public ActInHand Perform(ActBody body, ActSurroundings law, bool late)
    {
        var row = OrdinaryProcedure.Of(body);
        foreach (var obstacle in WhyNot(row, law, body.DoneAt))
            throw obstacle;
        if (body.DoneAt < StageSince)
            throw TooEarly.With(
                $"案件于 {StageSince.Value.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm} 进入“{CaseLifecycle.Name(Case.Stage)}”阶段"
            );
        var act = new ActInHand(this, row, law, body);
        body.Do(act);
        if (row.To is { } next)
            Case.MoveTo(next);
        DropReviewsOverAt(Case.Stage, body.DoneAt);
        foreach (var kind in row.Ends)
            Case.MeetDeadlines(kind, body.DoneAt);
        var done = new DoneAct(
            Case.NewEntry(
                law.NewId(),
                acts.Count + 1,
                row.Act,
                body.DoneAt,
                law.PersonId,
                law.Now,
                late,
                ActJson.Write(body),
                body.Clear(),
                act.ServedOn
            ),
            body
        );
        var stage = acts.Count == 0 ? CaseStage.Open : acts[^1].Entry.StageAfter;
        Take(done, ref stage);
        return act;
    }

    /// <summary>What still has to be done before the case can be closed, in Chinese.</summary>
    public IReadOnlyList<string> OpenDuties() => [.. Duties()];

    /// <summary>A document was issued: number and content are fixed.</summary>
    public void Add(IssuedPaper paper) => papers.Add(paper);

    /// <summary>The last act of a kind; null where it was not done.</summary>
    public DoneAct? Last(CaseAct act) => acts.FindLast(a => a.Act == act);

    /// <summary>The last act whose body is of a type; null where it was not done.</summary>
    public TBody? Last<TBody>()
        where TBody : ActBody => acts.FindLast(a => a.Body is TBody)?.Body as TBody;

    /// <summary>All acts whose bodies are of a type, in their order.</summary>
    public IEnumerable<TBody> All<TBody>()
        where TBody : ActBody => acts.Select(a => a.Body).OfType<TBody>();

    /// <summary>Everybody who took part in the investigation: officers, those whom others replaced too, and who recorded (调查人员和记录人员).</summary>
    public IReadOnlySet<Guid> Investigators =>
        Case
            .Officers.Select(o => o.PersonId)
            .Concat(All<ProposeFiling>().SelectMany(filing => filing.OfficerIds))
            .Concat(All<ReplaceOfficers>().SelectMany(replaced => replaced.OfficerIds))
            .Concat(
                acts.Where(a => a.Body is SceneActBody)
                    .SelectMany(a => ((SceneActBody)a.Body).Attendance.Officers.Select(o => o.OfficerId).Append(a.PersonId))
            )
            .ToHashSet();

    private void Take(DoneAct act, ref CaseStage stage)
    {
        acts.Add(act);
        if (act.Entry.StageAfter != stage)
            StageSince = act.DoneAt;
        stage = act.Entry.StageAfter;
        act.Body.Enter(this, act);
        if (stage is CaseStage.Ended)
            Suspension = null; // withdrawn or handed over meanwhile: nothing waits any more
        ForgetReviewsOverAt(stage);
    }

    private IEnumerable<DomainException> WhyNot(ActRow row, ActSurroundings law, DateTimeOffset at)
    {
        if (!row.From.Contains(Case.Stage))
            return [CaseLifecycle.NotOpen(Case.Stage, row.Act)];
        if (IsSuspended && !row.WhileSuspended)
            return [Suspended.With($"自 {SuspendedOn:yyyy-MM-dd} 起中止", "先办理恢复调查")];
        return Recusal.ObstaclesToActing(Recusals, [law.PersonId], at).Concat(row.Needs.SelectMany(gate => gate.WhyNot(this, law, at)));
    }
}
