using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <param name="record">Measured, tested and judged; it is filled anew by the next cycle.</param>
    /// <param name="isStored">True when it is in the journal, safe from a power cut.</param>
    public delegate void MeasuredHandler(Record record, bool isStored);
}
