namespace WaterNode.Station.Display
{
    /// <summary>One page of the operator's display.</summary>
    public abstract class Page
    {
        /// <summary>Draws the whole page onto an empty canvas.</summary>
        public abstract void Draw(Canvas canvas, StationSnapshot station);
    }
}
