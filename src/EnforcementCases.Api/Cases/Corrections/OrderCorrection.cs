using EnforcementCases.Api.Cases.Simple;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Parties;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Cases.Corrections;

/// <summary>Orders a party to put a violation right by a given day, before any penalty (责令限期改正). 行政处罚法 第二十八条第一款.</summary>
/// <param name="Party">The party.</param>
/// <param name="ViolationCode">Code of the violation; the version in force on the day of the order applies.</param>
/// <param name="Place">Place of the offence.</param>
/// <param name="Facts">Facts found, at most 4,000 characters.</param>
/// <param name="Requirement">What has to be put right, at most 1,000 characters.</param>
/// <param name="DueOn">Last day to put it right, inclusive; not before the day of the order.</param>
/// <param name="Officers">The officers present; the law requires two or more, certified on that day.</param>
/// <param name="CertificatesShownAt">When the certificates were shown; not after the order.</param>
/// <param name="OrderedAt">When it is ordered. Its date in China sets the year of the document number.</param>
/// <param name="OrderId">Identity chosen by the client, a UUIDv7; if null, the server chooses one.</param>
public sealed record OrderCorrectionCommand(
    PartyInput Party,
    string ViolationCode,
    PlaceInput Place,
    string Facts,
    [property: MayBeEmpty] string Requirement,
    DateOnly DueOn,
    IReadOnlyList<OfficerInput> Officers,
    DateTimeOffset CertificatesShownAt,
    DateTimeOffset OrderedAt,
    Guid? OrderId = null
) : ICommand<CorrectionOrderView>;

internal sealed class OrderCorrectionValidator : AbstractValidator<OrderCorrectionCommand>
{
    public OrderCorrectionValidator()
    {
        RuleFor(c => c.Party.Name).NotEmpty().MaximumLength(Party.NameMaxLength);
        RuleFor(c => c.Party.PhotoSha256).Matches("^[0-9a-f]{64}$");
        RuleFor(c => c.Party.Representative).MaximumLength(60);
        RuleFor(c => c.ViolationCode).NotEmpty().MaximumLength(ViolationVersion.CodeMaxLength);
        RuleFor(c => c.Place.Address).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Place.DivisionCode).Matches("^[0-9]{6,12}$");
        RuleFor(c => c.Facts).NotEmpty().MaximumLength(4000);
        RuleFor(c => c.Requirement).MaximumLength(1000);
        RuleFor(c => c.Officers).NotEmpty().Must(o => o.Count <= 10);
        RuleFor(c => c.OrderId).Must(id => id is null || id.Value.Version == 7).WithMessage("标识应为UUIDv7");
    }
}

internal sealed class OrderCorrectionHandler(
    AppDbContext db,
    CurrentUser user,
    CatalogueDirectory catalogue,
    OfficerDirectory officers,
    PartyDesk parties,
    NumberLedger numbers,
    OrganDirectory organs,
    SequenceSource sequence,
    TimeProvider clock
) : IRequestHandler<OrderCorrectionCommand, CorrectionOrderView>
{
    public async Task<CorrectionOrderView> Handle(OrderCorrectionCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        ClaimedTime.Ensure(request.OrderedAt, now, "/orderedAt");
        var orderedOn = LegalDate.Of(request.OrderedAt);
        var law = catalogue.Current;
        var organ = await organs.OrganAsync(user.OrganId!.Value, cancellationToken);
        var place = new OffencePlace(TextRules.Line(request.Place.Address), request.Place.DivisionCode);
        var violation =
            law.ViolationOn(request.ViolationCode, orderedOn)
            ?? throw ViolationVersion.NotInForce.With($"{request.ViolationCode}，{orderedOn:yyyy-MM-dd}");
        Jurisdiction.EnsureInArea(place.DivisionCode, organ.Profile.AreaOf(place.DivisionCode), designatedOrTransferred: false);
        var adoption = law.AdoptionsOf(organ.Id, violation.Code).FirstOrDefault(a => a.IsInForceOn(orderedOn));
        Jurisdiction.EnsureMatterInForce(adoption?.From, adoption?.To, orderedOn);
        Jurisdiction.EnsureMatterCovers(adoption!.AreaCodes, place.DivisionCode);
        var present = request.Officers.Select(o => officers.Current.AtScene(o.OfficerId, organ.Path, orderedOn)).ToList();
        if (present.TrueForAll(o => o.Acting.Person != user.PersonId))
            throw DecideOnTheSpotHandler.SignerNotPresent.With("在场执法人员中没有登记人");
        var id = request.OrderId ?? Guid.CreateVersion7(now);
        var @checked = parties.Check(request.Party, orderedOn, SealedCell.OfParty.InOrder(id));
        var party = await parties.FindOrEnterAsync(@checked, cancellationToken);

        var number = await numbers.IssueAsync(organ, DocumentWord.CorrectionOrder, orderedOn.Year, id, cancellationToken);
        var order = CorrectionOrder.Give(
            new()
            {
                Id = id,
                Seq = sequence.Next(),
                OrganId = organ.Id,
                OrganisationPath = user.OrganisationPath,
                Number = number.Text,
                PartyId = party.Id,
                Party = @checked.Snapshot,
                ViolationVersionId = violation.Id,
                ViolationCode = violation.Code,
                ViolationName = violation.Name,
                Place = place,
                Facts = TextRules.Paragraphs(request.Facts),
                Requirement = TextRules.Paragraphs(request.Requirement),
                DueOn = request.DueOn,
                OrderedAt = request.OrderedAt,
                Officers = present,
                CertificatesShownAt = request.CertificatesShownAt,
                CertificatesShown = [.. request.Officers.Select(o => o.CertificateNumber)],
            }
        );
        db.CorrectionOrders.Add(order);
        return CorrectionOrderView.Of(order);
    }
}
