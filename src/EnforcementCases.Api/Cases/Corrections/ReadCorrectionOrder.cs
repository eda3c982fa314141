using MediatR;

namespace EnforcementCases.Api.Cases.Corrections;

/// <summary>Reads an order to correct.</summary>
public sealed record ReadCorrectionOrderQuery(Guid OrderId) : IRequest<CorrectionOrderView>;

internal sealed class ReadCorrectionOrderHandler(CorrectionOrders orders) : IRequestHandler<ReadCorrectionOrderQuery, CorrectionOrderView>
{
    public async Task<CorrectionOrderView> Handle(ReadCorrectionOrderQuery request, CancellationToken cancellationToken) =>
        CorrectionOrderView.Of(await orders.ReadAsync(request.OrderId, cancellationToken));
}
