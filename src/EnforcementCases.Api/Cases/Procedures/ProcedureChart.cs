using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.OpenApi;

namespace EnforcementCases.Api.Cases.Procedures;

/// <summary>The ordinary procedure as it is published (行政执法流程图和全过程记录清单): the rows of its table of acts and nothing else, numbered. JSON, picture, Mermaid text and list of
/// records are all made from it.</summary>
internal static class ProcedureChart
{
    private static readonly Lazy<IReadOnlyList<ProcedureAct>> Read = new(() => [.. OrdinaryProcedure.Rows.Select(Of)]);
    private static readonly ReachableErrors Reachable = new(new(typeof(ProcedureChart).Assembly));

    /// <summary>Every act, in the order of the procedure.</summary>
    public static IReadOnlyList<ProcedureAct> Acts => Read.Value;

    /// <summary>Every stage that the procedure knows, in its order.</summary>
    public static IReadOnlyList<ProcedureStage> Stages { get; } =
    [
        .. Enum.GetValues<CaseStage>()
            .Where(s => OrdinaryProcedure.Rows.Any(r => r.From.Contains(s) || r.Moves.Any(m => m.To == s)))
            .Select(s => new ProcedureStage(s, NameOf(s), English.Word(NameOf(s)))),
    ];

    /// <summary>Moves between stages, each with the acts that make it.</summary>
    public static IReadOnlyList<ProcedureMove> Moves { get; } =
    [
        .. OrdinaryProcedure
            .Rows.SelectMany((row, i) => row.Moves.Select(move => (move, Number: i + 1)))
            .Where(m => m.move.From != m.move.To)
            .GroupBy(m => m.move, m => m.Number)
            .Select(g => new ProcedureMove(g.Key.From, g.Key.To, [.. g.Distinct()]))
            .OrderBy(m => m.From)
            .ThenBy(m => m.To),
    ];

    /// <summary>The stage at which an act is shown: the one from which it moves the case, otherwise the first at which it can be done.</summary>
    public static CaseStage HomeOf(ProcedureAct act) =>
        Moves.Where(m => m.Acts.Contains(act.Number)).Select(m => (CaseStage?)m.From).Min() ?? act.From.Min();

    /// <summary>Chinese name of a stage; nothing is behind a case before its first act.</summary>
    public static string NameOf(CaseStage stage) => stage == CaseStage.Open ? "开始" : stage.Term();

    private static ProcedureAct Of(ActRow row, int index) =>
        new(
            index + 1,
            row.Act,
            row.Name,
            English.Word(row.Name),
            [.. row.DoneAt],
            [.. row.Moves.Where(m => m.From != m.To).Select(m => m.To).Distinct()],
            [.. row.By.Select(role => new ProcedureActor(role, role.Term(), English.Word(role.Term())))],
            row.Relation,
            row.Approves,
            row.NotBy,
            [.. row.Needs.Select(Of)],
            [.. row.Starts.Select(Of)],
            [.. row.Ends.Concat(row.MayEnd).Distinct().Select(Of)],
            new(
                row.Recording.Stage,
                row.Recording.Stage.Term(),
                row.Recording.Content,
                RecordingMatrix.MannerOf(row.Recording.As),
                row.Recording.Carrier,
                row.Recording.As is { } recorded ? RecordingMatrix.DutyOf(recorded) : RecordingDuty.None
            ),
            [.. row.Issues.Select(kind => new ProcedureDocument(kind, DocumentForms.Of(kind).Title))],
            row.WhileSuspended
        );

    private static ProcedureGate Of(Gate gate) =>
        new(
            gate.Name,
            [
                .. Reachable
                    .From(gate.FindObstacles)
                    .OrderBy(e => e.Rule is null)
                    .ThenBy(e => e.Rule, StringComparer.Ordinal)
                    .ThenBy(e => e.Code, StringComparer.Ordinal)
                    .Select(e => new ProcedureRefusal(e.Code, e.Rule, e.Basis?.ToString(), e.Title)),
            ]
        );

    private static ProcedureDeadline Of(DeadlineKind kind) => new(kind, kind.Term());
}

/// <summary>A stage of the procedure (阶段).</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="EnglishName">Its name in English.</param>
public sealed record ProcedureStage(CaseStage Stage, [property: Bilingual] string Name, string EnglishName);

/// <summary>A move from one stage to another.</summary>
/// <param name="From">The stage before.</param>
/// <param name="To">The stage after.</param>
/// <param name="Acts">Numbers of the acts that cause the move.</param>
public sealed record ProcedureMove(CaseStage From, CaseStage To, IReadOnlyList<int> Acts);

/// <summary>An act of the procedure (环节).</summary>
/// <param name="Number">Number of the act in the order of the procedure, as in the flow chart.</param>
/// <param name="Act">The act.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="EnglishName">Its name in English.</param>
/// <param name="From">Stages in which it is done.</param>
/// <param name="To">Stages to which it leads; empty if the stage does not change.</param>
/// <param name="By">Roles that may do it.</param>
/// <param name="Relation">Required relation of the person to the case.</param>
/// <param name="Approves">Whether it approves what others prepared: nobody may do it who handled the case, proposed the matter or signed another level of the same
/// paper.</param>
/// <param name="NotBy">Acts whose persons in the case may not do this one.</param>
/// <param name="Needs">Conditions that must be met before it, in the order of the law.</param>
/// <param name="Starts">Deadlines that it starts.</param>
/// <param name="Ends">Deadlines that it meets, or may meet.</param>
/// <param name="Recording">What is recorded of it and how.</param>
/// <param name="Documents">Documents that it issues, or may issue.</param>
/// <param name="WhileSuspended">Whether it can be done while the investigation is suspended (中止).</param>
public sealed record ProcedureAct(
    int Number,
    CaseAct Act,
    [property: Bilingual] string Name,
    string EnglishName,
    IReadOnlyList<CaseStage> From,
    IReadOnlyList<CaseStage> To,
    IReadOnlyList<ProcedureActor> By,
    ActorRelation Relation,
    bool Approves,
    IReadOnlyList<CaseAct> NotBy,
    IReadOnlyList<ProcedureGate> Needs,
    IReadOnlyList<ProcedureDeadline> Starts,
    IReadOnlyList<ProcedureDeadline> Ends,
    ProcedureRecording Recording,
    IReadOnlyList<ProcedureDocument> Documents,
    bool WhileSuspended
)
{
    /// <summary>Ids of the rules of law that its conditions enforce.</summary>
    internal IEnumerable<string> Rules =>
        Needs.SelectMany(n => n.Refusals).Select(r => r.Rule).OfType<string>().Distinct(StringComparer.Ordinal);
}

/// <summary>A role that may do an act.</summary>
/// <param name="Role">The role.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="EnglishName">Its name in English.</param>
public sealed record ProcedureActor(Role Role, [property: Bilingual] string Name, string EnglishName);

/// <summary>A condition that must be met before an act (前提).</summary>
/// <param name="Name">Stable name, <c>NoticeServed</c>.</param>
/// <param name="Refusals">The refusals of the act while the condition is not met.</param>
public sealed record ProcedureGate(string Name, IReadOnlyList<ProcedureRefusal> Refusals);

/// <summary>A refusal of an act.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Rule">Id in the rule table; null if no rule of law is concerned.</param>
/// <param name="Basis">Article of law, as printed; null if no rule of law is concerned.</param>
/// <param name="Title">One sentence, in the requested language.</param>
public sealed record ProcedureRefusal(string Code, string? Rule, [property: Bilingual] string? Basis, [property: Bilingual] string Title);

/// <summary>A deadline that an act starts or meets.</summary>
/// <param name="Kind">What the deadline is about.</param>
/// <param name="Name">Its name, in the requested language.</param>
public sealed record ProcedureDeadline(DeadlineKind Kind, [property: Bilingual] string Name);

/// <summary>What is recorded of an act (环节、内容、方式、载体).</summary>
/// <param name="Stage">Stage of the recorded process.</param>
/// <param name="StageName">环节: name of that stage, in the requested language.</param>
/// <param name="Content">内容: what is recorded.</param>
/// <param name="Manner">方式: how it is recorded, by the product's default; a place may require more.</param>
/// <param name="Carrier">载体: the document or medium that holds the record.</param>
/// <param name="AudioVisual">Whether a sound and picture recording is required.</param>
public sealed record ProcedureRecording(
    ProcessStage Stage,
    [property: Bilingual] string StageName,
    [property: Bilingual] string Content,
    [property: Bilingual] string Manner,
    [property: Bilingual] string Carrier,
    RecordingDuty AudioVisual
);

/// <summary>A document that an act issues.</summary>
/// <param name="Kind">Kind of document.</param>
/// <param name="Title">Title.</param>
public sealed record ProcedureDocument(DocumentKind Kind, [property: Bilingual] string Title);
