namespace WaterNode.VirtualStation;
