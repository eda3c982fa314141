using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Discretion;

/// <summary>Result of a replay.</summary>
/// <param name="Result">The result computed now from the stored input.</param>
/// <param name="Same">Whether it equals the stored result in every member.</param>
/// <param name="InputIntact">Whether the stored input still has the recorded hash.</param>
/// <param name="ResultIntact">Whether the stored result still has the recorded hash.</param>
/// <param name="StoredEngine">Version of the engine that made the stored result.</param>
/// <param name="Engine">Version of the engine now. If it differs from <c>storedEngine</c>, a different result is not a fault.</param>
public sealed record AssessmentReplay(Assessment Result, bool Same, bool InputIntact, bool ResultIntact, int StoredEngine, int Engine);

/// <summary>A discretion assessment (裁量评估) with its complete input; never changed. A decision refers to it by id and hash.</summary>
public sealed class StoredAssessment : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>No such assessment, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("assessment.not-found", null, ErrorKind.NotFound, "没有找到该裁量评估");

    /// <summary>The assessment is of another case, party, violation or day of the offence than the decision.</summary>
    public static readonly DomainError AnotherMatter = new(
        "assessment.another-matter",
        null,
        ErrorKind.Unacceptable,
        "裁量评估针对的是另一案件、另一当事人、另一案由或者另一违法行为"
    );

    /// <summary>The case was assessed again later.</summary>
    public static readonly DomainError Overtaken = new(
        "assessment.overtaken",
        "REF-STANDS",
        ErrorKind.RuleBroken,
        "拟处理意见应当依据本案最后一次裁量评估",
        PenaltyLaw.At("第五条第二款")
    );

    private readonly AssessmentInput? madeOf; // both null when it was read from the database
    private readonly Assessment? made;

    private StoredAssessment() { }

    /// <summary>Makes an assessment and stores input and result.</summary>
    /// <param name="organId">The street or town.</param>
    /// <param name="caseId">The case it is made for; null if there is no case yet.</param>
    /// <param name="assessedBy">Person who made it.</param>
    /// <exception cref="DomainException">What <see cref="AssessmentEngine.Assess"/> refuses.</exception>
    public StoredAssessment(
        Guid id,
        long seq,
        Guid organId,
        string organisationPath,
        Guid partyId,
        Guid? caseId,
        AssessmentInput input,
        Guid assessedBy,
        DateTimeOffset at
    )
    {
        var result = AssessmentEngine.Assess(input);
        madeOf = input;
        made = result;
        Id = id;
        Seq = seq;
        OrganId = organId;
        OrganisationPath = organisationPath;
        PartyId = partyId;
        CaseId = caseId;
        ViolationCode = input.AtOffence.Code;
        AppliedVersionId = result.AppliedVersionId;
        Verdict = result.Verdict;
        Engine = result.Engine;
        Input = Write(input);
        Result = Write(result);
        InputSha256 = HashOf(Input);
        ResultSha256 = HashOf(Result);
        AssessedBy = assessedBy;
        AssessedAt = at;
        Record(
            new(
                "penalty-assessed",
                at,
                new RecordFields()
                    .Add("assessment", id)
                    .Add("organ", organId)
                    .Add("violation", ViolationCode)
                    .Add("violationVersion", AppliedVersionId)
                    .Add("engine", (long)Engine)
                    .Add("verdict", Verdict)
                    .Add("rule", result.DecisiveRule)
                    .Add("inputSha256", InputSha256)
                    .Add("resultSha256", ResultSha256)
                    .Add("partyKind", input.Party),
                new RecordFields().Add("party", partyId)
            )
        );
    }

    /// <summary>Identity; referred to by the decision.</summary>
    public Guid Id { get; private set; }

    /// <summary>Breaks ties in lists.</summary>
    public long Seq { get; private set; }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The party.</summary>
    public Guid PartyId { get; private set; }

    /// <summary>The case it was made for; null if there was none yet.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>Code of the violation.</summary>
    public string ViolationCode { get; private set; } = "";

    /// <summary>Version of the violation that was applied.</summary>
    public Guid AppliedVersionId { get; private set; }

    /// <summary>Whether a penalty is allowed at all.</summary>
    public PenaltyVerdict Verdict { get; private set; }

    /// <summary>Version of the engine.</summary>
    public int Engine { get; private set; }

    /// <summary>The <see cref="AssessmentInput"/> in its stored format.</summary>
    public string Input { get; private set; } = "";

    /// <summary>The <see cref="Assessment"/> in its stored format.</summary>
    public string Result { get; private set; } = "";

    /// <summary>SHA-256 of the input, hex.</summary>
    public string InputSha256 { get; private set; } = "";

    /// <summary>SHA-256 of the result, hex; also contained in the process record.</summary>
    public string ResultSha256 { get; private set; } = "";

    /// <summary>Person who made it.</summary>
    public Guid AssessedBy { get; private set; }

    /// <summary>When it was made, as claimed.</summary>
    public DateTimeOffset AssessedAt { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => CaseId ?? OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>The stored input.</summary>
    public AssessmentInput ReadInput() => madeOf ?? StoredFormat.Read<AssessmentInput>(Encoding.UTF8.GetBytes(Input));

    /// <summary>The stored result.</summary>
    public Assessment ReadResult() => made ?? StoredFormat.Read<Assessment>(Encoding.UTF8.GetBytes(Result));

    /// <summary>Computes the result again from the stored input and compares.</summary>
    public AssessmentReplay Replay()
    {
        var again = AssessmentEngine.Assess(ReadInput());
        return new(
            again,
            string.Equals(Write(again), Write(ReadResult()), StringComparison.Ordinal),
            HashOf(Input) == InputSha256,
            HashOf(Result) == ResultSha256,
            Engine,
            AssessmentEngine.Version
        );
    }

    /// <summary>The result for a decision on this case, party, violation and offence.</summary>
    /// <param name="caseId">The case; an assessment made before there was a case is valid for any case of the same matter.</param>
    /// <param name="committedOn">Legal date of the offence: law, age and history were looked up for it.</param>
    /// <exception cref="DomainException"><see cref="AnotherMatter"/>.</exception>
    public Assessment For(Guid caseId, Guid partyId, string violationCode, DateOnly committedOn)
    {
        var assessedCommittedOn = ReadInput().CommittedOn;
        if (
            (CaseId is { } madeFor && madeFor != caseId)
            || partyId != PartyId
            || !string.Equals(violationCode, ViolationCode, StringComparison.Ordinal)
            || committedOn != assessedCommittedOn
        )
            throw AnotherMatter.With($"评估的案由是 {ViolationCode}，行为日期是 {assessedCommittedOn:yyyy-MM-dd}");
        return ReadResult();
    }

    private static string Write(object content) => Encoding.UTF8.GetString(StoredFormat.Write(content));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
