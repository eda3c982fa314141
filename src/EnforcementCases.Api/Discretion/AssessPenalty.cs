using EnforcementCases.Api.Parties;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Provision;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Discretion;

/// <summary>Assesses whether to impose a penalty and how severe it should be (裁量评估). 行政处罚法 第五条、第二十九条至第三十七条.</summary>
/// <param name="ViolationCode">Code of the violation; its versions at the time of the offence and of the assessment are compared.</param>
/// <param name="CommittedAt">When the offence happened or ended.</param>
/// <param name="AssessedAt">The time of the assessment; its date in China selects benchmark, exemption list and current law.</param>
/// <param name="Facts">Findings of the officers.</param>
/// <param name="Party">The party; required unless <c>caseId</c> is given, and then omitted.</param>
/// <param name="CaseId">The case for which it is made, whose party is used; null if there is none yet.</param>
/// <param name="AlsoViolates">Codes of other violations committed by the same offence (同一行为违反多个规范); null or empty for none.</param>
/// <param name="AssessmentId">Identity chosen by the client, a UUIDv7; if null, the server chooses one.</param>
public sealed record AssessPenaltyCommand(
    string ViolationCode,
    DateTimeOffset CommittedAt,
    DateTimeOffset AssessedAt,
    AssessmentFacts Facts,
    PartyInput? Party = null,
    Guid? CaseId = null,
    IReadOnlyList<string>? AlsoViolates = null,
    Guid? AssessmentId = null
) : ICommand<AssessmentView>;

/// <summary>A discretion assessment with its complete input.</summary>
/// <param name="Id">Identity; a decision names it.</param>
/// <param name="OrganId">The street or town.</param>
/// <param name="PartyId">The party.</param>
/// <param name="CaseId">The case it was made for; null if there was none yet.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="AssessedAt">The time of the assessment, as stated by the caller.</param>
/// <param name="AssessedBy">Person who made it.</param>
/// <param name="InputSha256">SHA-256 of the input, 64 lower-case hex digits.</param>
/// <param name="ResultSha256">SHA-256 of the result, 64 lower-case hex digits; also stored in the process record.</param>
/// <param name="Input">Its complete input.</param>
/// <param name="Result">Its result.</param>
public sealed record AssessmentView(
    Guid Id,
    Guid OrganId,
    Guid PartyId,
    Guid? CaseId,
    string ViolationCode,
    DateTimeOffset AssessedAt,
    Guid AssessedBy,
    string InputSha256,
    string ResultSha256,
    AssessmentInput Input,
    Assessment Result
)
{
    internal static AssessmentView Of(StoredAssessment a) =>
        new(
            a.Id,
            a.OrganId,
            a.PartyId,
            a.CaseId,
            a.ViolationCode,
            a.AssessedAt,
            a.AssessedBy,
            a.InputSha256,
            a.ResultSha256,
            a.ReadInput(),
            a.ReadResult()
        );
}

internal sealed class AssessPenaltyValidator : AbstractValidator<AssessPenaltyCommand>
{
    public AssessPenaltyValidator()
    {
        RuleFor(c => c.ViolationCode).NotEmpty().MaximumLength(ViolationVersion.CodeMaxLength).WithMessage("案由代码应为1至20个字符");
        RuleFor(c => c.Party).Must((c, party) => party is null != c.CaseId is null).WithMessage("填写当事人，或者填写案件，二者择一");
        RuleFor(c => c.Party!.Name)
            .NotEmpty()
            .MaximumLength(Party.NameMaxLength)
            .WithMessage("名称应为1至200个字符")
            .When(c => c.Party is not null);
        RuleFor(c => c.Party!.DocumentNumber).MaximumLength(40).WithMessage("证件号码过长").When(c => c.Party is not null);
        RuleFor(c => c.Party!.StatedAge).InclusiveBetween(1, 120).WithMessage("自报年龄应在1至120之间").When(c => c.Party is not null);
        RuleFor(c => c.Party!.PhotoSha256).Matches("^[0-9a-f]{64}$").WithMessage("应为64位小写十六进制").When(c => c.Party is not null);
        RuleFor(c => c.AlsoViolates).Must(v => v is null || v.Count <= 10).WithMessage("同时违反的案由过多");
        RuleForEach(c => c.AlsoViolates).NotEmpty().MaximumLength(ViolationVersion.CodeMaxLength).WithMessage("案由代码应为1至20个字符");
        RuleFor(c => c.AssessmentId).Must(id => id is null || id.Value.Version == 7).WithMessage("评估标识应为UUIDv7");
        RuleFor(c => c.Facts).Must(AssessmentBounds.Hold).WithMessage("裁量事实的项数或者文字超出限度，或者数额为负");
    }
}

internal sealed class AssessPenaltyHandler(
    AppDbContext db,
    CurrentUser user,
    OrganDirectory organs,
    PartyDesk parties,
    PenaltyAssessments assessments,
    TimeProvider clock
) : IRequestHandler<AssessPenaltyCommand, AssessmentView>
{
    public static readonly DomainError BeforeAct = new(
        "assessment.before-act",
        null,
        ErrorKind.Unacceptable,
        "评估时间早于违法行为发生时间"
    );

    public async Task<AssessmentView> Handle(AssessPenaltyCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        ClaimedTime.Ensure(request.AssessedAt, now, "/assessedAt");
        ClaimedTime.Ensure(request.CommittedAt, now, "/committedAt");
        if (request.CommittedAt > request.AssessedAt)
            throw BeforeAct.With("请核对时间");
        UnlawfulGains.EnsureProved(request.Facts.Gains, "/facts");
        var organ = await organs.OrganAsync(user.OrganId!.Value, cancellationToken);
        var (partyId, party) = await PartyOf(request, cancellationToken);
        var input = await assessments.InputAsync(
            new(
                organ,
                request.ViolationCode,
                LegalDate.Of(request.CommittedAt),
                LegalDate.Of(request.AssessedAt),
                party,
                request.Facts,
                request.AlsoViolates ?? []
            ),
            partyId,
            request.CaseId,
            cancellationToken
        );
        var assessment = assessments.Assess(input, request.AssessmentId, organ.Id, partyId, request.CaseId, request.AssessedAt);
        db.Assessments.Add(assessment);
        return AssessmentView.Of(assessment);
    }

    private async Task<(Guid Id, PartySnapshot Party)> PartyOf(AssessPenaltyCommand request, CancellationToken ct)
    {
        if (request.CaseId is { } caseId)
        {
            var @case =
                await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Id == caseId, ct)
                ?? throw EnforcementCase.NotFound.With($"案件 {caseId}");
            user.EnsureActsFor(@case.OrganId);
            return (@case.PartyId ?? throw EnforcementCase.PartyUnknown.With("该案尚未核实当事人"), @case.Party);
        }
        var @checked = parties.Check(request.Party!, LegalDate.Of(request.CommittedAt), keptIn: null);
        return ((await parties.FindOrEnterAsync(@checked, ct)).Id, @checked.Snapshot);
    }
}
